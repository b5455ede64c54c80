import { parse, walk, type Expr, type Matcher } from '@binnacle/promql';

/** A series with its samples, of which some may be missing (NaN is a value). */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly (number | undefined)[];
}

/** What queries ask of one metric: the values each label may have. */
interface Wanted {
  readonly labels: Map<string, Set<string>>;
  isCounter: boolean;
}

/** Series of one metric at most; what is beyond is left out evenly. */
const MOST = 12;
const BOUNDS = ['0.1', '1', '10', '+Inf'];

/** Series that the selectors of these queries select: labels from their matchers and clauses, values by a random generator with a seed. */
export function samplesFor(queries: readonly string[], count: number): readonly Series[] {
  const metrics = new Map<string, Wanted>();
  for (const query of queries) collect(parse(query).expr, metrics);
  const random = createRandom(42);
  return [...metrics]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, wanted]) => seriesOf(name, wanted, count, random));
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function collect(expr: Expr, metrics: Map<string, Wanted>): void {
  const clauses = new Set<string>();
  walk(expr, (node) => {
    if (node.type === 'AggregateExpr') for (const { name } of node.grouping) clauses.add(name);
    if (node.type === 'BinaryExpr') for (const { name } of node.matching?.labels ?? []) clauses.add(name);
  });
  walk(expr, (node, parents) => {
    if (node.type !== 'VectorSelector') return;
    const name = node.name ?? node.matchers.find(({ label, op }) => label === '__name__' && op === '=')?.value;
    if (name === undefined || name === '') return;
    const wanted = metrics.get(name) ?? { labels: new Map<string, Set<string>>(), isCounter: false };
    metrics.set(name, wanted);
    const call = parents.at(-2);
    const counts = call?.type === 'Call' && /^(?:rate|irate|increase|resets)$/.test(call.func);
    wanted.isCounter ||= counts || /_(?:total|count|sum|bucket)$/.test(name);
    for (const matcher of node.matchers) {
      if (matcher.label !== '__name__') add(wanted, matcher.label, valuesFor(matcher));
    }
    for (const label of clauses) add(wanted, label, []);
  });
}

function add({ labels }: Wanted, label: string, values: readonly string[]): void {
  const known = labels.get(label) ?? new Set<string>();
  labels.set(label, known);
  for (const value of values) if (known.size < 4) known.add(value);
}

/** Values a matcher may accept: a guess that is wrong makes a series that is not selected. */
function valuesFor({ op, value }: Matcher): readonly string[] {
  if (op === '=') return value === '' ? [] : [value];
  if (op !== '=~') return [];
  const guesses = value
    .replaceAll(/\(\?\w*:|[()^$?]/g, '')
    .split('|')
    .map((one) =>
      one
        .replaceAll(/\.[*+]/g, 'x')
        .replaceAll('\\', '')
        .replaceAll('.', '0')
        .replaceAll(/\[[^\]]*\][*+]?/g, '0'),
    );
  return guesses.filter((guess) => guess !== '').slice(0, 2);
}

function seriesOf(name: string, wanted: Wanted, count: number, random: () => number): readonly Series[] {
  const isBucket = name.endsWith('_bucket');
  const dimensions = [...wanted.labels]
    .filter(([label]) => label !== 'le' || !isBucket)
    .map(
      ([label, values]) =>
        [label, values.size === 0 ? ['a', 'b'] : values.size === 1 ? [...values, 'other'] : [...values]] as const,
    );
  let combinations: Record<string, string>[] = [{}];
  for (const [label, values] of dimensions) {
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [label]: value })));
    const every = Math.ceil(combinations.length / MOST);
    // The first values stand together more often than others would: queries with several matchers find something.
    combinations = combinations.filter((_, i) => i < 4 || i % every === 0).slice(0, MOST);
  }
  return combinations.flatMap((labels) =>
    isBucket ? bucketSeries(name, labels, count, random) : [oneSeries(name, labels, wanted, count, random)],
  );
}

function oneSeries(
  name: string,
  labels: Record<string, string>,
  { isCounter }: Wanted,
  count: number,
  random: () => number,
): Series {
  const kind = random();
  let value = Math.floor(random() * 100);
  const values = Array.from({ length: count }, (_, i): number | undefined => {
    if (random() < 0.03 || (kind < 0.1 && i > count / 2)) return undefined;
    if (!isCounter) return kind > 0.85 ? Math.round(random()) : random() * 200 - 20;
    value = random() < 0.02 ? 0 : value + (kind > 0.9 ? 0 : Math.floor(random() * 10));
    return value;
  });
  return { name, labels, values };
}

function bucketSeries(
  name: string,
  labels: Record<string, string>,
  count: number,
  random: () => number,
): readonly Series[] {
  const totals = BOUNDS.map(() => 0);
  const columns = BOUNDS.map((): number[] => []);
  for (let i = 0; i < count; i++) {
    let below = 0;
    for (const b of BOUNDS.keys()) {
      totals[b] = (totals[b] ?? 0) + Math.floor(random() * 4);
      below += totals[b] ?? 0;
      columns[b]?.push(below);
    }
  }
  return BOUNDS.map((le, b) => ({ name, labels: { ...labels, le }, values: columns[b] ?? [] }));
}
