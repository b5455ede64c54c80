import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ContractOnPage,
  type ContractsOnPage,
  dashboardAsCode,
  panelAsCode,
  type PlacedPanel,
  readingsOf,
  readQuestion,
  scratchResource,
  settle,
} from '@binnacle/preview';
import { equal, parse } from '@binnacle/promql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binnacle, COMMAND, storyFolder } from '../stories/story.ts';
import { CONFIG, REGEX, SHOP, TSCONFIG } from './services.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** What the page knows of the metrics, from a preview of the project. */
async function contractsOf(folder: string): Promise<readonly ContractOnPage[]> {
  const child = spawn(process.execPath, [COMMAND, 'preview', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
  });
  try {
    let out = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    while (!/http:\S+\//.test(out)) {
      if (child.exitCode !== null) throw new Error(`the preview ended: ${out}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [url = ''] = /http:[^\s"]+\//.exec(out) ?? [];
    return ((await (await fetch(`${url}api/contracts`)).json()) as ContractsOnPage).metrics;
  } finally {
    child.kill('SIGKILL');
  }
}

/** A question in every way that its metric can be asked: each reading, aggregation, window and visualisation, split, filtered. */
function questionsOf({ service, metric }: ContractOnPage): string[] {
  const name = `metric=${service}.${metric.name}`;
  const [label = 'instance', other = 'job'] = metric.labels.map(({ name: own }) => own);
  return readingsOf(metric).flatMap(({ id, aggregations, windows, visualisations, quantiles }) => {
    const read = `${name}&read=${id}`;
    return [
      read,
      ...aggregations.flatMap((aggregation) => [
        `${read}&agg=${aggregation}`,
        `${read}&agg=${aggregation}&by=${label}&by=instance`,
      ]),
      ...windows.map((window) => `${read}&window=${encodeURIComponent(window)}&by=${label}`),
      ...visualisations.flatMap((visualisation) => [
        `${read}&show=${visualisation}`,
        `${read}&show=${visualisation}&by=${label}`,
      ]),
      ...(quantiles?.offered.map((q) => `${read}&q=${q}`) ?? []),
      `${read}&by=`,
      `${read}&where=${encodeURIComponent(`${label}=~.+`)}&where=${encodeURIComponent(`${other}!=x`)}`,
      `${read}&where=${encodeURIComponent('instance=a:80')}&where=${encodeURIComponent('job!~x|y')}`,
    ];
  });
}

/** Filters by values that contracts list, and by some that they do not. */
const FILTERED = [
  'code=5xx',
  'code!=2xx',
  'code=~4xx|5xx',
  'code=~5..',
  'code!~2xx|3xx',
  'route=/cart',
  String.raw`route=~/cart|/checkout`,
  'caller=regex',
  'caller=nobody',
  "shard=it's",
  'shard=a"b',
  String.raw`shard=~a\\.b`,
  'shard=~`${x}`',
].map((filter) => `metric=shop.shop_requests_total&where=${encodeURIComponent(filter)}`);

/** Queries that contradict a contract: they compile as raw PromQL, and the check of the project says what is wrong. */
const MISTAKEN = [
  'sum(rate(shop_requests_total{code="599"}[5m]))',
  'sum(rate(shop_requests_total{route="/elsewhere"}[5m]))',
  'sum by (nowhere) (shop_memory_bytes)',
];

/** Queries written by hand, and whether they can be said with types. */
const EDITED: readonly (readonly [query: string, isTyped: boolean])[] = [
  ['sum(rate(shop_requests_total{code="5xx"}[5m])) / sum(rate(shop_requests_total[5m]))', true],
  [
    'sum by (route) (rate(shop_requests_total[5m])) / ignoring(code) sum by (route) (rate(shop_requests_total[5m]))',
    false,
  ],
  ['1 - avg(shop_cpu_utilization_ratio)', true],
  ['max by (instance) (max_over_time(shop_memory_bytes[1d])) / 1024 / 1024', true],
  ['topk(3, sum by (route) (rate(shop_requests_total[5m] offset 1h)))', true],
  ['histogram_quantile(0.9, sum by (route, le) (rate(shop_request_duration_seconds_bucket[5m])))', true],
  ['quantile(0.9, shop_replication_lag_seconds)', true],
  ['avg without (instance) (shop_memory_bytes > 1e9)', true],
  ['max_over_time(rate(shop_requests_total{code="5xx"}[5m])[1h:1m])', true],
  ['-shop_temperature_celsius', true],
  ['(time() - shop_start_time_seconds) / 3600 > 5', true],
  ['shop_memory_bytes > bool 5', true],
  ['shop_memory_bytes and shop_memory_bytes > 10', true],
  ['sum(rate(shop_request_duration_seconds_sum[5m])) / sum(rate(shop_request_duration_seconds_count[1m]))', true],
  ['shop_memory_bytes + shop_replication_lag_seconds', false],
  ['shop_requests_total', false],
  ['sum(shop_requests_total)', false],
  ['delta(shop_requests_total[5m])', false],
  ['rate(unknown_total[5m])', false],
  ['label_replace(shop_up{job=~"a\\\\$|b"}, "x", "${1}`", "job", "(.*)")', false],
  ['absent(shop_up{job="`a`"})', false],
  ['shop_memory_bytes @ start()', false],
  ['count_values("v", shop_up)', false],
  ['sum(rate(shop_requests_total{shard=~"$shard"}[$__rate_interval]))', true],
];

describe.skipIf(!isBuilt)('code copied from the page (needs `npm run build`)', () => {
  let folder: string;
  let contracts: readonly ContractOnPage[];

  beforeAll(async () => {
    folder = storyFolder();
    const files = {
      'binnacle.config.ts': CONFIG,
      'tsconfig.json': TSCONFIG,
      'package.json': '{ "type": "module" }',
      'services/shop.ts': SHOP,
      'services/regex.ts': REGEX,
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    contracts = await contractsOf(folder);
  });
  afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

  function asked(search: string): PlacedPanel {
    const question = readQuestion(new URLSearchParams(search));
    const contract = contracts.find(({ service, metric }) => `${service}.${metric.name}` === question.metric);
    if (contract === undefined) throw new Error(`there is no ${question.metric}`);
    return { ...settle(question, contract, contracts).panel, id: search, size: 'major' };
  }

  function edited(query: string): PlacedPanel {
    return { ...asked(`metric=shop.shop_memory_bytes&query=${encodeURIComponent(query)}`), id: query, title: query };
  }

  it('compiles and builds to the queries, units and places that the page shows, for every metric in every way', () => {
    const all = [
      ...contracts.flatMap(questionsOf).map(asked),
      ...FILTERED.map(asked),
      ...EDITED.map(([query]) => edited(query)),
    ].map((panel, i): PlacedPanel => ({ ...panel, size: (['major', 'minor', 'hero'] as const)[i % 3] ?? 'major' }));
    expect(all.length).toBeGreaterThan(300);
    const scratch = { title: 'Everything', purpose: 'Is it all there?', panels: all };
    const copied = dashboardAsCode(scratch, contracts);
    expect(copied).toHaveProperty('code');
    mkdirSync(join(folder, 'dashboards'), { recursive: true });
    writeFileSync(join(folder, 'dashboards/scratch.ts'), 'code' in copied ? copied.code : '');
    const mistaken = { title: 'Mistaken', purpose: 'Is it told?', panels: MISTAKEN.map(edited) };
    const wrong = dashboardAsCode(mistaken, contracts);
    writeFileSync(join(folder, 'dashboards/mistaken.ts'), 'code' in wrong ? wrong.code : '');
    for (const [i, panel] of [
      asked('metric=shop.shop_requests_total&by=route'),
      asked('metric=regex.regex_matches_total'),
    ].entries()) {
      const alone = panelAsCode(panel, contracts);
      writeFileSync(join(folder, `dashboards/alone-${i}.ts`), 'code' in alone ? alone.code : '');
    }
    const compiled = spawnSync(process.execPath, [TSC, '-p', folder], { cwd: folder, encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    expect(compiled.status).toBe(0);

    const { stdout: said } = binnacle(folder, ['check']);
    for (const query of MISTAKEN) expect(said).toContain(query);
    rmSync(join(folder, 'dashboards/mistaken.ts'));
    const { stdout, stderr, status } = binnacle(folder, ['build']);
    expect([status === 0 ? '' : stdout, stderr]).toEqual(['', '']);
    const built = builtDashboard(folder);
    const shown = scratchResource(scratch).spec;
    const shownElements = Object.values(shown.elements);
    expect(places(built.spec.layout.spec.items)).toEqual(places((shown.layout.spec as { items: [] }).items));
    const byPlace = built.spec.layout.spec.items.map(({ spec }) => built.spec.elements[spec.element.name]);
    for (const [i, element] of byPlace.entries()) {
      const [own, page] = [element?.spec, shownElements[i]?.spec as BuiltPanel | undefined];
      const about = all[i]?.id;
      expect([about, alike(queriesIn(own), queriesIn(page))]).toEqual([about, true]);
      expect([about, own?.vizConfig.group]).toEqual([about, page?.vizConfig.group]);
      // Of queries that somebody wrote, the page may know the unit, and never whether they can be negative.
      const isWritten = EDITED.some(([query]) => query === about);
      const known = !isWritten ? 2 : unitIn(page)[0] === undefined ? 0 : 1;
      expect([about, ...unitIn(own).slice(0, known)]).toEqual([about, ...unitIn(page).slice(0, known)]);
    }
  }, 300_000);

  it.each(EDITED)('%s is typed where it can be: %s', (query, isTyped) => {
    const copied = panelAsCode(edited(query), contracts);
    expect('code' in copied && !copied.code.includes('promql`')).toBe(isTyped);
  });
});

interface BuiltPanel {
  readonly data: {
    readonly spec: {
      readonly queries: readonly { readonly spec: { readonly query: { readonly spec: { readonly expr: string } } } }[];
    };
  };
  readonly vizConfig: {
    readonly group: string;
    readonly spec: {
      readonly options: { readonly yAxis?: { readonly unit?: string } };
      readonly fieldConfig: { readonly defaults: { readonly unit?: string; readonly min?: number } };
    };
  };
}

interface Built {
  readonly spec: {
    readonly elements: Readonly<Record<string, { readonly spec: BuiltPanel }>>;
    readonly layout: {
      readonly spec: {
        readonly items: readonly {
          readonly spec: {
            x: number;
            y: number;
            width: number;
            height: number;
            readonly element: { readonly name: string };
          };
        }[];
      };
    };
  };
}

function places(
  items: readonly { readonly spec: { x: number; y: number; width: number; height: number } }[],
): readonly (readonly number[])[] {
  return items.map(({ spec: { x, y, width, height } }) => [x, y, width, height]);
}

function builtDashboard(folder: string): Built {
  const files = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' });
  const file = files.find((path) => path.endsWith('.json') && path.includes('everything'));
  return JSON.parse(readFileSync(join(folder, 'out', file ?? ''), 'utf8')) as Built;
}

function queriesIn(panel: BuiltPanel | undefined): string[] {
  return panel?.data.spec.queries.map(({ spec }) => spec.query.spec.expr) ?? [];
}

/** The unit, and where the axis begins. */
function unitIn(panel: BuiltPanel | undefined): readonly unknown[] {
  const { options, fieldConfig } = panel?.vizConfig.spec ?? {};
  return [fieldConfig?.defaults.unit ?? options?.yAxis?.unit, fieldConfig?.defaults.min];
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length && a.every((text, i) => equal(parse(text).expr, parse(b[i] ?? '').expr, { parens: 'ignore' }))
  );
}
