import { printDuration } from '../../../duration.ts';
import { nearest } from '../../../nearest.ts';
import { quote } from '../../../quote.ts';
import type { Labels } from '../../labels.ts';
import type { Difference } from './unit-test.ts';

/** An alert as it fires. */
export interface ActiveAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
}

function without({ labels, annotations }: ActiveAlert, names: readonly string[]): ActiveAlert {
  const kept = Object.entries(labels).filter(([name]) => !names.includes(name));
  return { labels: Object.fromEntries(kept), annotations };
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

/** The annotations of an alert that a test is about: those it names. */
function named(expected: ActiveAlert, { annotations }: ActiveAlert): Labels {
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => name in expected.annotations));
}

/** Takes the one out of `from` that differs least from `wanted`. */
function takeNearest(from: ActiveAlert[], wanted: ActiveAlert): ActiveAlert | undefined {
  const [closest] = from.toSorted(
    (a, b) =>
      distance(a.labels, wanted.labels) - distance(b.labels, wanted.labels) ||
      distance(named(wanted, a), wanted.annotations) - distance(named(wanted, b), wanted.annotations),
  );
  if (closest === undefined || distance(closest.labels, wanted.labels) > Object.keys(wanted.labels).length) {
    return undefined;
  }
  from.splice(from.indexOf(closest), 1);
  return closest;
}

/**
 * In what the firing alerts of a name differ from the expected ones, one line each: all labels, and the annotations that are
 * expected. promtool compares all annotations, so that each test repeats those it is not about, and takes an alert that there is
 * not for one that does not fire.
 */
export function alertProblems(
  {
    alertname,
    time,
    expected,
    known,
    ignored,
  }: {
    readonly alertname: string;
    readonly time: number;
    readonly expected: readonly ActiveAlert[];
    /** Names of the alerts there are. */
    readonly known: ReadonlySet<string>;
    /** Names of labels that are not compared. */
    readonly ignored: readonly string[];
  },
  firing: readonly ActiveAlert[],
): Difference[] {
  const at = `${alertname} at ${printDuration(time)}`;
  if (!known.has(alertname)) {
    const near = nearest(alertname, known);
    return [{ message: `${at}: there is no such alert`, ...(near !== undefined && { fix: `did you mean ${near}?` }) }];
  }
  const left = firing.map((alert) => without(alert, ['alertname', ...ignored]));
  const same = (found: ActiveAlert, wanted: ActiveAlert): boolean =>
    distance(found.labels, wanted.labels) + distance(named(wanted, found), wanted.annotations) === 0;
  const missing: ActiveAlert[] = [];
  for (const wanted of expected.map((alert) => without(alert, ignored))) {
    const index = left.findIndex((one) => same(one, wanted));
    if (index < 0) missing.push(wanted);
    else left.splice(index, 1);
  }
  const problems = missing.map((wanted) => {
    const found = takeNearest(left, wanted);
    if (found === undefined) return `${at}: does not fire with ${shown(wanted.labels)}`;
    const parts = [
      ...differences('label', wanted.labels, found.labels),
      ...differences('annotation', wanted.annotations, named(wanted, found)),
    ];
    return `${at}: ${parts.join('; ')}`;
  });
  const unexpected = left.map(({ labels }) => `${at}: fires with ${shown(labels)}, which is not expected`);
  return [...problems, ...unexpected].map((message) => ({ message }));
}
