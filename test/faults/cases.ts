import { type Fault, FAULTS, type Strikes } from './proxy.ts';

/** Requests between two that are struck in one push: their repetitions come in between. */
const DISTANCE = 5;

/** True for a fault that ends the program. */
export function isDeadly(fault: Fault): boolean {
  return fault.startsWith('killed');
}

/** The same place and those at a distance from it; each fault before makes one request more. */
function places(first: number, count: number): number[] {
  const at: number[] = [];
  for (let place = first; place <= count + at.length; place += DISTANCE + 1) at.push(place);
  return at;
}

/**
 * What is struck in each push, by system: one system by what kills, all of them by anything else, so that every fault
 * strikes every request. Not whole: several requests a push, and of the two ways to be killed one a request, as to be killed
 * before a request is to be killed after the one before it.
 */
export function* cases(requests: readonly number[], isWhole: boolean): Generator<readonly (Strikes | undefined)[]> {
  for (const fault of FAULTS) {
    if (isDeadly(fault)) {
      const [first, step] = isWhole ? [1, 1] : [fault === 'killed before' ? 1 : 2, 2];
      for (const [i, count] of requests.entries())
        for (let at = first; at <= count; at += step)
          yield requests.map((_, j) => (i === j ? { fault, at: [at] } : undefined));
    } else {
      const last = isWhole ? Math.max(...requests) : DISTANCE;
      for (let at = 1; at <= last; at += 1)
        yield requests.map((count) => (at > count ? undefined : { fault, at: isWhole ? [at] : places(at, count) }));
    }
  }
}
