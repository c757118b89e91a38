/** Ids and secrets, made on the device. */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

function random(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte & 63]).join("");
}

/** A new id for a card, a theme, a command… */
export function newId(): string {
  return random(21);
}

/** A secret that stays on this device: the right to change a card without a name. */
export function newSecret(): string {
  return random(32);
}
