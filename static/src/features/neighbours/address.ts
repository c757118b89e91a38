/** Where neighbours read a draft. */
export function readAddress(community: string, address: string): string {
  return new URL(`/read/${community}/${address}`, location.href).href;
}
