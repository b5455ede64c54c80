// What typed PromQL costs the type checker. Three programs of 100 services, each with 30 metrics, a dashboard of 20 panels
// and 10 alerts: typed; the same calls with every name, label and unit a plain string; and queries written as text.
// Run: node test/bench/typecheck.mjs [services] [rounds]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleaved, once, table } from './measure.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const SERVICES = Number(process.argv[2] ?? 100);
const ROUNDS = Number(process.argv[3] ?? 7);

const TSCONFIG = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  },
  include: ['**/*.ts'],
};

const METRICS = Array.from({ length: 30 }, (_, i) => {
  if (i % 10 < 4) return { kind: 'counter', key: `requests${i}`, name: `requests${i}_total`, unit: 'requests' };
  if (i % 10 < 8) return { kind: 'gauge', key: `memory${i}`, name: `memory${i}_bytes`, unit: 'bytes' };
  return { kind: 'histogram', key: `duration${i}`, name: `duration${i}_seconds`, unit: 'seconds' };
});
const of = (kind, i) => METRICS.filter((m) => m.kind === kind)[i].key;

const counters = (...indexes) => indexes.map((i) => `m.${of('counter', i)}`);
const gauges = (...indexes) => indexes.map((i) => `m.${of('gauge', i)}`);
const histograms = (...indexes) => indexes.map((i) => `m.${of('histogram', i)}`);
const text = (promql) => `\`${promql.replaceAll(/m\.[a-z]+\d+/g, (metric) => `\${${metric}}`)}\``;

/** Twenty queries, each typed, as text, and with a label of its result. */
const QUERIES = [
  ...counters(0, 1, 2, 3).map((m) => [
    `sum(rate(${m}), { by: ['code'] })`,
    text(`sum by (code) (rate(${m}[$__rate_interval]))`),
    'code',
  ]),
  ...counters(4, 5, 6, 7).map((m) => [
    `sum(rate(${m}.where({ method: 'GET', code: regex('5..') })), { by: ['route'] }).div(sum(rate(${m}), { by: ['route'] }))`,
    text(
      `sum by (route) (rate(${m}{method="GET", code=~"5.."}[$__rate_interval])) / sum by (route) (rate(${m}[$__rate_interval]))`,
    ),
    'route',
  ]),
  ...gauges(0, 1, 2, 3).map((m) => [
    `max(${m}.where({ region: anyOf('eu', 'us') }), { by: ['instance'] })`,
    text(`max by (instance) (${m}{region=~"eu|us"})`),
    'instance',
  ]),
  ...gauges(4, 5).map((m) => [`topk(5, avgOverTime(${m}, '1h'))`, text(`topk(5, avg_over_time(${m}[1h]))`), 'region']),
  ...histograms(0, 1, 2).map((m) => [
    `${m}.quantile(0.99, { by: ['route'] })`,
    text(`histogram_quantile(0.99, sum by (le, route) (rate(${m}_bucket[$__rate_interval])))`),
    'route',
  ]),
  ...histograms(3, 4, 5).map((m) => [
    `histogramQuantile(0.5, sum(rate(${m}.bucket), { by: ['le', 'route'] }))`,
    text(`histogram_quantile(0.5, sum by (le, route) (rate(${m}_bucket[$__rate_interval])))`),
    'route',
  ]),
];

/** Ten conditions, likewise. */
const CONDITIONS = [
  ...counters(0, 1, 2).map((m) => [
    `sum(rate(${m}.where({ code: regex('5..') }), '5m'), { by: ['job'] }).div(sum(rate(${m}, '5m'), { by: ['job'] })).gt(percent(5))`,
    text(`sum by (job) (rate(${m}{code=~"5.."}[5m])) / sum by (job) (rate(${m}[5m])) > 0.05`),
    'job',
  ]),
  ...gauges(0, 1, 2).map((m) => [`${m}.gt(mebibytes(512))`, text(`${m} > 536870912`), 'instance']),
  ...histograms(0, 1, 2).map((m) => [
    `${m}.quantile(0.99, { by: ['job'], window: '5m' }).gt(milliseconds(300))`,
    text(`histogram_quantile(0.99, sum by (le, job) (rate(${m}_bucket[5m]))) > 0.3`),
    'job',
  ]),
  ...gauges(7).map((m) => [`absent(${m}, { job: 'x' })`, text(`absent(${m}{job="x"})`), 'job']),
];

function typedMetric(prefix, { kind, name, unit }) {
  const labels =
    kind === 'counter'
      ? `{ method: oneOf('GET', 'POST', 'PUT'), code: httpStatus(), route: bounded(12) }`
      : kind === 'gauge'
        ? `{ region: oneOf('eu', 'us', 'asia') }`
        : `{ route: bounded(12) }`;
  const more = kind === 'histogram' ? ', buckets: [0.05, 0.1, 0.3, 1, 3]' : '';
  return `${kind}('${prefix}_${name}', { help: 'What ${name} says of ${prefix}.', unit: '${unit}', labels: ${labels}${more} })`;
}

function plainMetric(prefix, { kind, name, unit }) {
  const labels = kind === 'counter' ? `['method', 'code', 'route']` : kind === 'gauge' ? `['region']` : `['route']`;
  return `metric('${prefix}_${name}', { type: '${kind}', help: 'What ${name} says of ${prefix}.', unit: '${unit}', labels: ${labels} })`;
}

/** Declarations of the two programs that are not typed; the rest of the library is the same for all three. */
const TEXT = `import type { Alert, AlertOptions, PrometheusQuery } from '@binnacle/builders';
interface Metric { readonly type: string; readonly help: string; readonly unit: string; readonly labels: readonly string[] }
export declare function metric(name: string, options: Metric): string;
export declare function query(promql: string, options?: { readonly legend?: string }): PrometheusQuery;
export declare function alert(name: string, options: { readonly expr: string } & AlertOptions): Alert;
`;
const STRINGS = `import type { Alert, AlertOptions, AnyService, PrometheusQuery, ServiceOptions } from '@binnacle/builders';
interface Domain { readonly domain: string }
interface Options { readonly help: string; readonly unit: string; readonly labels?: Readonly<Record<string, Domain>>; readonly buckets?: readonly number[] }
interface Match { readonly op: string; readonly value: string }
interface Reading { readonly by?: readonly string[]; readonly window?: string }
interface Query { div(right: Query | number): Query; gt(right: Query | number): Query }
interface Series extends Query { where(matchers: Readonly<Record<string, string | Match>>): Series }
interface Histogram { readonly bucket: Series; quantile(q: number, reading?: Reading): Query }
export declare function service(name: string, options: Omit<ServiceOptions, 'metrics'> & { readonly metrics: Readonly<Record<string, Series | Histogram>> }): AnyService;
export declare function oneOf(...values: readonly string[]): Domain;
export declare function bounded(bound: number): Domain;
export declare function httpStatus(): Domain;
export declare function counter(name: string, options: Options): Series;
export declare function gauge(name: string, options: Options): Series;
export declare function histogram(name: string, options: Options): Histogram;
export declare function absent(v: Query, matchers?: Readonly<Record<string, string | Match>>): Query;
export declare function anyOf(...values: readonly string[]): Match;
export declare function regex(pattern: string): Match;
export declare function rate(v: Query, window?: string): Query;
export declare function avgOverTime(v: Query, window?: string): Query;
export declare function sum(v: Query, grouping?: Reading): Query;
export declare function max(v: Query, grouping?: Reading): Query;
export declare function topk(k: number, v: Query, grouping?: Reading): Query;
export declare function histogramQuantile(q: number, v: Query): Query;
export declare function mebibytes(value: number): number;
export declare function milliseconds(value: number): number;
export declare function percent(value: number): number;
export declare function query(v: Query, options?: { readonly legend?: string }): PrometheusQuery;
export declare function alert(name: string, options: { readonly expr: Query } & AlertOptions): Alert;
`;
const PROGRAMS = {
  text: { library: TEXT, calls: false },
  strings: { library: STRINGS, calls: true },
  typed: { calls: true },
};
const FUNCTIONS =
  'absent, anyOf, avgOverTime, histogramQuantile, max, mebibytes, milliseconds, percent, rate, regex, sum, topk';

/** An import of `fromLibrary` (what differs between the programs) and `fromBuilders` (what does not). */
function imports(program, fromBuilders, fromLibrary) {
  if (program.library === undefined) {
    return `import { ${[fromBuilders, fromLibrary].filter((names) => names !== '').join(', ')} } from '@binnacle/builders';`;
  }
  const builders = fromBuilders === '' ? '' : `import { ${fromBuilders} } from '@binnacle/builders';\n`;
  return `${builders}import { ${fromLibrary} } from '../library.ts';`;
}

function definitions(id, program) {
  const { calls } = program;
  const pick = calls ? 0 : 1;
  const metric = calls ? typedMetric : plainMetric;
  const panels = QUERIES.map(
    (q, n) =>
      `    timeseries('Panel ${n}', { description: 'What panel ${n} shows.', queries: [query(${q[pick]}, { legend: '{{${q[2]}}}' })] }),`,
  );
  const alerts = CONDITIONS.map(
    (q, n) =>
      `    alert('Condition${n}', { expr: ${q[pick]}, for: '5m', severity: 'page', summary: ({ label }) => \`\${label('${q[2]}')} suffers\` }),`,
  );
  const functions = calls ? `, ${FUNCTIONS}` : '';
  return {
    [`services/${id}.ts`]: `${imports(program, calls ? '' : 'service', calls ? 'bounded, counter, gauge, histogram, httpStatus, oneOf, service' : 'metric')}
export const metrics = {
${METRICS.map((m) => `  ${m.key}: ${metric(id, m)},`).join('\n')}
};
export const ${id} = service('${id}', { title: '${id}', description: 'A service.', owner: 'shop', tier: 2, kind: 'online-serving'${calls ? ', metrics' : ''} });
export default ${id};
`,
    [`dashboards/${id}.ts`]: `${imports(program, 'dashboard, row, timeseries', `query${functions}`)}
import { ${id}, metrics as m } from '../services/${id}.ts';
export default dashboard(${id}, 'Overview', { purpose: 'How is ${id}?' }, [
  row('All', [
${panels.join('\n')}
  ]),
]);
`,
    [`rules/${id}.ts`]: `${imports(program, 'group, rules', `alert${functions}`)}
import { ${id}, metrics as m } from '../services/${id}.ts';
export default rules(${id}, [
  group('${id}.alerts', [
${alerts.join('\n')}
  ]),
]);
`,
  };
}

function write(folder, program) {
  for (const part of ['services', 'dashboards', 'rules']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  if (program.library !== undefined) writeFileSync(join(folder, 'library.ts'), program.library);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (let i = 0; i < SERVICES; i += 1) {
    for (const [path, content] of Object.entries(definitions(`shop${i}`, program))) {
      writeFileSync(join(folder, path), content);
    }
  }
}

const work = mkdtempSync(join(tmpdir(), 'binnacle-typecheck-'));
try {
  execFileSync(process.execPath, [TSC, '-b', join(ROOT, 'packages', 'builders', 'tsconfig.lib.json')], {
    stdio: 'inherit',
  });
  for (const [name, program] of Object.entries(PROGRAMS)) write(join(work, name), program);
  const run = (name) => ({ run: () => once(process.execPath, [TSC, '-p', join(work, name)]) });
  const results = await interleaved(Object.fromEntries(Object.keys(PROGRAMS).map((name) => [name, run(name)])), ROUNDS);
  const ratio = (name, to) => (results[name].seconds / results[to].seconds).toFixed(2);
  console.log(`tsc, ${SERVICES} services × 30 metrics, 20 panels, 10 alerts; median of ${ROUNDS}`);
  console.log(
    table(
      ['program', 'seconds', '× strings', '× text'],
      Object.keys(PROGRAMS).map((name) => [
        name,
        results[name].seconds.toFixed(2),
        ratio(name, 'strings'),
        ratio(name, 'text'),
      ]),
    ),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
