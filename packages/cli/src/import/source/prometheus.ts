import { parse } from '@binnacle/promql';
import { ExpectedError } from '../../expected.ts';
import { EXPOSED_TYPES, type ExposedType, type Observation, type ObservedFamily } from '../observed.ts';
import { get, type HttpOptions, shown } from './http.ts';
import { field, textOf } from './json.ts';
import { dataObjects } from './json-stream.ts';
import { createSeriesCounter } from './series.ts';

/** Which of a server's series to look at: those of one job, or those that match. */
export interface Selection {
  readonly job?: string | undefined;
  /** Label matchers, with or without braces: `job="node",env="prod"`. */
  readonly match?: string | undefined;
  /** What the server is if it turns out to be no Prometheus. */
  readonly otherwise?: ExpectedError | undefined;
}

/** How far back series are looked for, in seconds. */
const WINDOW = 3600;
const PARALLEL = 4;
/** Prometheus writes these itself, for every target. */
const SYNTHETIC =
  /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_(?:duration_seconds|samples_.+|series_added|timeout_seconds|sample_limit|body_size_bytes))$/;

interface Metadata {
  readonly type: ExposedType;
  readonly help: string;
  readonly unit: string;
}

interface Family extends Metadata {
  readonly name: string;
  /** A series of each kind the family has, by suffix. */
  readonly suffixes: Set<string>;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** `{…}` of the selection without the braces. */
function matchersOf({ job, match }: Selection): string {
  if (job !== undefined) return `job=${quote(job)}`;
  const inner = (match ?? '')
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim()
    .replace(/,$/, '');
  const { expr, errors } = parse(`{${inner}}`, { variables: false });
  if (errors[0] !== undefined || expr.type !== 'VectorSelector' || expr.name !== undefined) {
    throw new ExpectedError(
      `--match ${match ?? ''}: ${errors[0]?.message ?? 'no metric name may stand here'}`,
      `write label matchers: --match 'job="node",env="prod"'`,
    );
  }
  return inner;
}

function toMetadata(entry: unknown): Metadata {
  const type = field(entry, 'type');
  return {
    type: EXPOSED_TYPES.find((known) => known === type) ?? 'unknown',
    help: textOf(field(entry, 'help')),
    unit: textOf(field(entry, 'unit')),
  };
}

const BELONGS: Readonly<Record<string, readonly ExposedType[]>> = {
  _bucket: ['histogram'],
  _sum: ['histogram', 'summary'],
  _count: ['histogram', 'summary'],
  _created: ['histogram', 'summary', 'counter'],
  _total: ['counter'],
  _info: ['info'],
};

/** Puts series names together into families, by what the metadata says of them. */
function familiesOf(names: readonly string[], metadata: ReadonlyMap<string, Metadata>): readonly Family[] {
  const all = new Set(names);
  const families = new Map<string, Family>();
  for (const name of names) {
    const suffix = Object.keys(BELONGS).find((candidate) => name.endsWith(candidate)) ?? '';
    const base = name.slice(0, name.length - suffix.length);
    const known = metadata.get(base);
    const guessed: Metadata | undefined =
      known === undefined && all.has(`${base}_bucket`) && all.has(`${base}_count`) && all.has(`${base}_sum`)
        ? { type: 'histogram', help: '', unit: '' }
        : undefined;
    const owner = known ?? guessed;
    const belongs =
      suffix !== '' && owner !== undefined && !metadata.has(name) && BELONGS[suffix]?.includes(owner.type);
    const inside = belongs && (owner.type === 'histogram' || owner.type === 'summary');
    const { type, help, unit } = (belongs ? owner : metadata.get(name)) ?? { type: 'untyped', help: '', unit: '' };
    if (belongs && suffix === '_created') continue;
    const key = inside ? base : name;
    const family = families.get(key) ?? { name: key, type, help, unit, suffixes: new Set<string>() };
    families.set(key, family);
    family.suffixes.add(inside ? suffix : '');
  }
  return [...families.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return results;
}

/**
 * Reads what one job, or what matches, exposes from the HTTP API of a Prometheus: its index and metadata, never its
 * query engine. Series are read one family at a time, as a stream.
 */
export async function readPrometheus(base: URL, selection: Selection, http: HttpOptions): Promise<Observation> {
  const source = shown(base);
  const start = String(Math.floor(Date.now() / 1000) - WINDOW);

  function address(path: string, parameters: Readonly<Record<string, string>> = {}): URL {
    const url = new URL(base);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/${path}`;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  async function data(path: string, parameters?: Readonly<Record<string, string>>): Promise<unknown> {
    const { body } = await get(address(path, parameters), http);
    const parts: Uint8Array[] = [];
    for await (const chunk of body) parts.push(chunk);
    try {
      const answer: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
      if (field(answer, 'status') === 'success') return field(answer, 'data');
      throw new ExpectedError(`${source} answers: ${textOf(field(answer, 'error')) || 'no status'}`);
    } catch (error) {
      if (error instanceof ExpectedError) throw error;
      throw new ExpectedError(
        `${source} did not answer as a Prometheus does`,
        'give the address of a Prometheus, without /api, or of a /metrics endpoint',
      );
    }
  }

  async function strings(path: string, match?: string): Promise<string[]> {
    const values = await data(path, { start, ...(match === undefined ? {} : { 'match[]': match }) });
    return Array.isArray(values) ? values.map(String) : [];
  }

  /** Labels the scrape adds; servers that keep no targets (Mimir) leave it at `job` and `instance`. */
  async function targetLabels(job: string | undefined): Promise<readonly string[]> {
    const labels = new Set(['instance', 'job']);
    try {
      const targets = field(await data('targets', { state: 'active' }), 'activeTargets');
      for (const target of Array.isArray(targets) ? targets : []) {
        const own = field(target, 'labels');
        if (job !== undefined && field(own, 'job') !== job) continue;
        for (const name of Object.keys(own ?? {})) labels.add(name);
      }
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
    }
    return [...labels].toSorted();
  }

  if (selection.job === undefined && selection.match === undefined) {
    const jobs = await strings('label/job/values').catch((error: unknown) => {
      throw selection.otherwise ?? error;
    });
    throw new ExpectedError(
      `${source} is a Prometheus: say what of it belongs to the service`,
      `add --job, one of ${jobs.join(', ')}; or --match with label matchers`,
    );
  }
  const matchers = matchersOf(selection);
  const names = await strings('label/__name__/values', `{${matchers}}`);
  const own = names.filter((name) => !SYNTHETIC.test(name) && !name.includes(':'));
  if (own.length === 0) {
    throw new ExpectedError(
      `${source} has no series with ${matchers} in the last hour`,
      `its jobs are ${(await strings('label/job/values')).join(', ')}`,
    );
  }
  const metadata = new Map<string, Metadata>();
  for (const [name, found] of Object.entries((await data('metadata')) ?? {})) {
    const all = Array.isArray(found) ? found.map(toMetadata) : [];
    const [first] = all;
    if (first === undefined) continue;
    metadata.set(name, first);
    if (selection.job === undefined || all.every(({ type }) => type === first.type)) continue;
    // Two jobs disagree on the type: the targets of this one say which it is.
    const exact = await data('targets/metadata', { match_target: `{${matchers}}`, metric: name, limit: '1' });
    if (Array.isArray(exact) && exact[0] !== undefined) metadata.set(name, toMetadata(exact[0]));
  }
  const scraped = await targetLabels(selection.job);

  async function observe({ name, type, help, unit, suffixes }: Family): Promise<ObservedFamily> {
    const distribution = type === 'histogram' || type === 'summary';
    const selector = (suffix: string): string => `{__name__=${quote(name + suffix)},${matchers}}`;
    const bounds = async (label: string, suffix: string): Promise<number[]> => {
      const values = (await strings(`label/${label}/values`, selector(suffix))).map(Number);
      return values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
    };
    const counter = createSeriesCounter(new Set(['__name__', ...scraped, ...(distribution ? ['le', 'quantile'] : [])]));
    const { body } = await get(
      address('series', { start, 'match[]': selector(distribution && suffixes.has('_count') ? '_count' : '') }),
      http,
    );
    for await (const series of dataObjects(body, source)) counter.add(series);
    return {
      name,
      type,
      help,
      unit: unit === '' ? undefined : unit,
      native: type === 'histogram' && !suffixes.has('_bucket'),
      labels: counter.labels(),
      buckets: type === 'histogram' && suffixes.has('_bucket') ? await bounds('le', '_bucket') : [],
      quantiles: type === 'summary' && suffixes.has('') ? await bounds('quantile', '') : [],
      range: undefined,
    };
  }

  return { source, families: await inParallel(familiesOf(own, metadata), observe), skipped: [], targetLabels: scraped };
}
