/** FNV-1a of a text over a seed, mixed: an unsigned 32-bit number that depends on nothing else. */
export function hashOf(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mixed(hash);
}

/** Spreads the bits of a 32-bit number, so that neighbours have nothing in common. */
function mixed(number: number): number {
  let state = number >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A number in [0, 1) for a place in a stream of random numbers. */
export function unitAt(seed: number, place: number): number {
  return mixed(seed ^ Math.imul(place | 0, 0x9e3779b1)) / 2 ** 32;
}

/** A number between two bounds, even on a logarithmic scale: for magnitudes. */
export function magnitude(seed: number, low: number, high: number): number {
  return low * (high / low) ** unitAt(seed, 0);
}

/** One of a list of numbers. */
export function picked(list: readonly number[], seed: number): number {
  return list[seed % list.length] ?? 0;
}
