/** A number in [0, 1) that depends on the seed and the place alone. */
function randomAt(seed: number, place: number): number {
  let state = (seed ^ Math.imul(place | 0, 0x9e3779b1)) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}

/** A seed of a text and another seed. */
export function seedOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** About a standard normal number: the sum of twelve even ones, so that it is the same on every machine. */
export function normalAt(seed: number, place: number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += randomAt(seed + i, place);
  return sum;
}

/** Where, in the stretch of time that holds `time`, the one event of the stretch begins. Milliseconds. */
export function eventIn(seed: number, time: number, every: number): number {
  const stretch = Math.floor(time / every);
  return (stretch + randomAt(seed, stretch)) * every;
}
