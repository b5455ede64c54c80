import { printDuration } from '../../../duration.ts';
import { quote } from '../../../quote.ts';
import type { Labels } from '../../labels.ts';

/** An alert as it fires. */
export interface ActiveAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
}

function without(labels: Labels, name: string): Labels {
  const { [name]: _, ...rest } = labels;
  return rest;
}

function shown(labels: Labels): string {
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([name, value]) => `${name}=${quote(value)}`).join(', ')}}`;
}

/** In which of its members one record differs from another, in words. */
function differences(what: string, expected: Labels, got: Labels): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])].toSorted();
  return names.flatMap((name) => {
    const [wanted, found] = [expected[name], got[name]];
    if (wanted === found) return [];
    if (found === undefined) return [`${what} ${name} is missing, ${quote(wanted ?? '')} is expected`];
    if (wanted === undefined) return [`${what} ${name} is ${quote(found)}, none is expected`];
    return [`${what} ${name} is ${quote(found)}, ${quote(wanted)} is expected`];
  });
}

function distance(a: Labels, b: Labels): number {
  return differences('', a, b).length;
}

/** Takes the one out of `from` that differs least from `wanted`. */
function takeNearest(from: ActiveAlert[], wanted: ActiveAlert): ActiveAlert | undefined {
  const [nearest] = from.toSorted(
    (a, b) =>
      distance(a.labels, wanted.labels) - distance(b.labels, wanted.labels) ||
      distance(a.annotations, wanted.annotations) - distance(b.annotations, wanted.annotations),
  );
  if (nearest === undefined || distance(nearest.labels, wanted.labels) > Object.keys(wanted.labels).length) {
    return undefined;
  }
  from.splice(from.indexOf(nearest), 1);
  return nearest;
}

/** In what the firing alerts of a name differ from the expected ones, one line each; label for label, as promtool compares. */
export function alertProblems(
  {
    alertname,
    time,
    expected,
    isKnown,
  }: {
    readonly alertname: string;
    readonly time: number;
    readonly expected: readonly ActiveAlert[];
    readonly isKnown: boolean;
  },
  firing: readonly ActiveAlert[],
): string[] {
  const at = `${alertname} at ${printDuration(time)}`;
  if (!isKnown && expected.length > 0) return [`${at}: there is no such alert`];
  const left = firing.map(({ labels, annotations }) => ({ labels: without(labels, 'alertname'), annotations }));
  const same = (a: ActiveAlert, b: ActiveAlert): boolean =>
    distance(a.labels, b.labels) + distance(a.annotations, b.annotations) === 0;
  const missing: ActiveAlert[] = [];
  for (const wanted of expected) {
    const index = left.findIndex((one) => same(one, wanted));
    if (index < 0) missing.push(wanted);
    else left.splice(index, 1);
  }
  const problems = missing.map((wanted) => {
    const found = takeNearest(left, wanted);
    if (found === undefined) return `${at}: does not fire with ${shown(wanted.labels)}`;
    const parts = [
      ...differences('label', wanted.labels, found.labels),
      ...differences('annotation', wanted.annotations, found.annotations),
    ];
    return `${at}: ${parts.join('; ')}`;
  });
  return [...problems, ...left.map(({ labels }) => `${at}: fires with ${shown(labels)}, which is not expected`)];
}
