/** Numbers for tests that look like chance and are the same for a seed (Mulberry32). */
export function chanceOf(seed: number): (below: number) => number {
  let now = seed >>> 0;
  return (below) => {
    now = (now + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(now ^ (now >>> 15), now | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
