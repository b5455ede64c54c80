import type { MetricSpec, MetricType, Resource } from '@binnacle/model';
import { type Combination, weighedRows } from '../label-values.ts';
import { ALERT_SERIES } from '../rules.ts';
import type { Part } from '../family.ts';
import { type Subject, subjectWith } from '../subject.ts';
import { namedValues, type Place, type PlacedReading, rowsFor } from './rows.ts';
import { type DashboardReadings, readingsOf } from './readings.ts';

/** A series family that no contract declares, made up of what is asked of it. */
export interface InventedSeries {
  readonly metric: MetricSpec;
  readonly part: Part;
  readonly rows: readonly Combination[];
  /** What a gauge stands at, where queries show nothing else. */
  readonly fixed?: number;
}

/** Metrics that dashboards beside the project read and nobody declares. */
export interface Invented {
  readonly subject: Subject;
  /** By the name of the series. */
  readonly series: ReadonlyMap<string, InventedSeries>;
}

const SUFFIX = /_(?:bucket|count|sum)$/;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const UNITS = ['seconds', 'milliseconds', 'bytes', 'ratio', 'percent', 'celsius', 'volts', 'hertz'];
const WORDS: Readonly<Record<string, string>> = {
  pct: 'percent',
  percentage: 'percent',
  ms: 'milliseconds',
  byte: 'bytes',
  utilization: 'ratio',
  utilisation: 'ratio',
};

/** What names of metrics end with, before `_total`. */
function unitOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/_total$/, '')
    .split(/[_:]/);
  const word = words.findLast((one) => UNITS.includes(one) || Object.hasOwn(WORDS, one));
  return word === undefined ? (words.at(-1) ?? name) : (WORDS[word] ?? word);
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The job that a dashboard asks for, or what most of its metrics begin with. */
function jobOf(read: Pick<DashboardReadings, 'readings'>, place: Place): string {
  const asked = read.readings
    .flatMap(({ matchers }) => matchers.filter(({ label }) => label === 'job'))
    .map((matcher) => namedValues(matcher, place)?.find((value) => value !== ''))
    .find((value) => value !== undefined);
  if (asked !== undefined) return asked;
  const counts = new Map<string, number>();
  for (const { name } of read.readings) {
    const [word = name] = name.split(/[_:]/);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'app';
}

/** What a dashboard says of the values of labels, in what it reads of metrics or of logs. */
export function placeOf(read: Pick<DashboardReadings, 'readings' | 'options' | 'sources'>): Place {
  const { readings, options, sources } = read;
  const named = new Map<string, readonly string[]>();
  const place: Place = { job: '', options, sources, named };
  for (const matcher of readings.flatMap(({ matchers }) => matchers)) {
    const values = namedValues(matcher, place)?.filter((value) => value !== '') ?? [];
    if (values.length > 0) named.set(matcher.label, [...new Set([...(named.get(matcher.label) ?? []), ...values])]);
  }
  return { ...place, job: jobOf(read, place) };
}

/** Dashboards about one job name values for each other: what one of them lists, another shows. */
function together(places: readonly Place[]): readonly Place[] {
  const byJob = new Map<string, Map<string, readonly string[]>>();
  for (const { job, named } of places) {
    const all = byJob.get(job) ?? new Map<string, readonly string[]>();
    for (const [label, values] of named)
      all.set(label, [...new Set([...(all.get(label) ?? []), ...values])].toSorted());
    byJob.set(job, all);
  }
  return places.map((place) => ({ ...place, named: byJob.get(place.job) ?? place.named }));
}

/** Metrics whose series are matched with each other, however long the way between them. */
function families(placed: readonly PlacedReading[]): readonly ReadonlySet<string>[] {
  const byName = new Map<string, Set<string>>();
  const byGroup = new Map<object, string>();
  for (const { reading } of placed) {
    const own = byName.get(reading.name) ?? new Set([reading.name]);
    byName.set(reading.name, own);
    const first = reading.alike === undefined ? undefined : byGroup.get(reading.alike);
    if (reading.alike !== undefined && first === undefined) byGroup.set(reading.alike, reading.name);
    const other = first === undefined ? undefined : byName.get(first);
    if (other === undefined || other === own) continue;
    for (const name of own) byName.set(name, other.add(name));
  }
  return [...new Set(byName.values())];
}

/** The family a series belongs to: `_bucket` says so, `_count` and `_sum` where there are both or the family itself. */
function familyOf(name: string, names: ReadonlySet<string>, readings: readonly PlacedReading[]): string {
  if (!SUFFIX.test(name)) return name;
  const base = name.replace(SUFFIX, '');
  const isFamily =
    name.endsWith('_bucket') ||
    names.has(`${base}_bucket`) ||
    (names.has(`${base}_sum`) && names.has(`${base}_count`)) ||
    (name.endsWith('_sum') && readings.some(({ reading }) => reading.counted));
  return isFamily ? base : name;
}

function hasLabel({ reading }: PlacedReading, label: string): boolean {
  return reading.labels.has(label) || reading.matchers.some((matcher) => matcher.label === label);
}

function typeOf(family: string, names: ReadonlySet<string>, readings: readonly PlacedReading[]): MetricType {
  if (names.has(`${family}_bucket`)) return 'histogram';
  if (readings.some((one) => one.reading.name === family && hasLabel(one, 'quantile'))) return 'summary';
  if (!names.has(family) && (names.has(`${family}_sum`) || names.has(`${family}_count`))) return 'histogram';
  if (readings.some(({ reading }) => reading.counted)) return 'counter';
  if (family.endsWith('_total')) return 'counter';
  return family.endsWith('_info') ? 'info' : 'gauge';
}

/** Numbers that a label is asked for: bounds of buckets, quantiles. */
function numbersOf(readings: readonly PlacedReading[], label: string): readonly number[] {
  const texts = readings.flatMap(({ reading }) =>
    reading.matchers
      .filter((one) => one.label === label && one.op.startsWith('='))
      .flatMap(({ value }) => value.split('|')),
  );
  return texts.map((text) => Number(text.replaceAll('\\', ''))).filter((one) => Number.isFinite(one));
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function metricOf(family: string, type: MetricType, readings: readonly PlacedReading[]): MetricSpec {
  return {
    name: family,
    type,
    help: 'Made up from what dashboards beside the project ask for.',
    unit: unitOf(family),
    labels: [],
    targetLabels: [],
    ...(type === 'histogram' && { buckets: sorted([...BUCKETS, ...numbersOf(readings, 'le')]) }),
    ...(type === 'summary' && { quantiles: sorted([0.5, 0.9, 0.99, ...numbersOf(readings, 'quantile')]) }),
  };
}

function partOf(name: string, family: string): Part {
  if (name === family) return 'own';
  return name.endsWith('_bucket') ? 'bucket' : name.endsWith('_sum') ? 'sum' : 'count';
}

/** True for buckets that are not called so: their bounds are labels as any other. */
function isBoundedItself(one: PlacedReading): boolean {
  return !one.reading.name.endsWith('_bucket') && hasLabel(one, 'le');
}

/** Labels of the series of metrics. What a rule records has those that are asked for alone. */
export function labelsOf(readings: readonly PlacedReading[]): readonly string[] {
  const names = new Set(readings.some(({ reading }) => !reading.name.includes(':')) ? ['instance', 'job'] : []);
  for (const { reading } of readings) {
    for (const { label } of reading.matchers) names.add(label);
    for (const label of reading.labels) names.add(label);
  }
  const own = ['__name__', 'quantile', ...(readings.some(isBoundedItself) ? [] : ['le'])];
  for (const name of own) names.delete(name);
  return [...names].toSorted();
}

/**
 * Makes up the metrics that dashboards read and `isDeclared` does not know: their types from names and functions, their labels
 * and values from matchers, groupings and joins. What is asked for is there; nothing of it says what a real system has.
 */
export function inventedBy(dashboards: readonly Resource[], isDeclared: (name: string) => boolean): Invented {
  const places = together(dashboards.map((dashboard) => placeOf(readingsOf(dashboard))));
  const placed = dashboards.flatMap((dashboard, i) => {
    const read = readingsOf(dashboard);
    const place = places[i] ?? placeOf(read);
    return read.readings
      .filter(({ name }) => !isDeclared(name) && !ALERT_SERIES.includes(name))
      .map((reading): PlacedReading => ({ reading, place }));
  });
  const names = new Set(placed.map(({ reading }) => reading.name));
  const byName = groupedBy(placed, ({ reading }) => reading.name);
  const byFamily = groupedBy(placed, ({ reading }) => familyOf(reading.name, names, byName.get(reading.name) ?? []));
  // Parts of a histogram have the same labels, as they are parts of one.
  const joined = [...byFamily.values()].flatMap((readings) => {
    const alike = {};
    return readings.map((one) => ({ ...one, reading: { ...one.reading, alike } }));
  });
  const rowsByName = new Map<string, readonly Combination[]>();
  for (const family of families([...joined, ...placed])) {
    const own = [...family].toSorted().flatMap((name) => byName.get(name) ?? []);
    const rows = weighedRows(rowsFor(own, labelsOf(own)));
    for (const name of family) rowsByName.set(name, rows);
  }
  const series = new Map<string, InventedSeries>();
  const metrics: MetricSpec[] = [];
  for (const [family, readings] of byFamily) {
    const type = typeOf(family, names, readings);
    const metric = metricOf(family, type, readings);
    metrics.push(metric);
    const fixed = readings.map(({ reading }) => reading.equals).find((value) => value !== undefined);
    for (const name of new Set(readings.map(({ reading }) => reading.name))) {
      series.set(name, {
        metric,
        part: partOf(name, family),
        rows: rowsByName.get(name) ?? [],
        ...(fixed !== undefined && { fixed }),
      });
    }
  }
  return { subject: subjectWith('beside', { metrics, parts: [] }), series };
}
