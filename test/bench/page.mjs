// The page of the preview on a dashboard of 20 charts of 10 series and 300 points each, in a fresh window each round: until
// something is seen, until all panels are drawn, and what is loaded for it. Answers are ready-made: the page alone is measured.
// Needs Chromium (CHROME_PATH names one). Run: npm run build -w packages/preview && node test/bench/page.mjs [rounds]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { CHROMIUM, median, table } from './measure.mjs';

const rounds = Number(process.argv[2] ?? process.env.BENCH_ROUNDS ?? 7);
const [PANELS, SERIES, POINTS] = [20, 10, 300];
const PAGE = fileURLToPath(new URL('../../packages/preview/dist/page/', import.meta.url));
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

if (!existsSync(join(PAGE, 'index.html'))) {
  console.error('there is no page: npm run build -w packages/preview');
  process.exit(2);
}
if (CHROMIUM === undefined) {
  console.error('there is no Chromium; install it, or set CHROME_PATH');
  process.exit(2);
}

const panel = (i) => ({
  kind: 'Panel',
  spec: {
    id: i + 1,
    title: `Requests ${i + 1}`,
    description: '',
    links: [],
    data: {
      kind: 'QueryGroup',
      spec: {
        queries: [
          {
            kind: 'PanelQuery',
            spec: {
              refId: 'A',
              hidden: false,
              query: {
                kind: 'DataQuery',
                group: 'prometheus',
                version: 'v0',
                spec: { expr: `requests${i}`, legendFormat: '{{series}}' },
              },
            },
          },
        ],
        transformations: [],
        queryOptions: { maxDataPoints: POINTS },
      },
    },
    vizConfig: {
      kind: 'VizConfig',
      group: 'timeseries',
      version: '',
      spec: { options: {}, fieldConfig: { defaults: { unit: 'reqps', custom: { fillOpacity: 10 } }, overrides: [] } },
    },
  },
});

const names = Array.from({ length: PANELS }, (_, i) => `panel-${i + 1}`);
const resource = {
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: 'bench' },
  spec: {
    title: 'Bench',
    tags: [],
    annotations: [],
    links: [],
    variables: [],
    preload: false,
    cursorSync: 'Crosshair',
    timeSettings: {
      from: 'now-1h',
      to: 'now',
      autoRefresh: '',
      autoRefreshIntervals: [],
      hideTimepicker: false,
      fiscalYearStartMonth: 0,
    },
    elements: Object.fromEntries(names.map((name, i) => [name, panel(i)])),
    layout: {
      kind: 'GridLayout',
      spec: {
        items: names.map((name, i) => ({
          kind: 'GridLayoutItem',
          spec: {
            x: (i % 4) * 6,
            y: Math.floor(i / 4) * 9,
            width: 6,
            height: 9,
            element: { kind: 'ElementReference', name },
          },
        })),
      },
    },
  },
};

const project = {
  name: 'bench',
  environment: 'bench',
  environments: ['bench'],
  data: { kind: 'sample', seed: 1, incidents: { kinds: [], services: [], on: [] } },
  generation: 1,
  services: [],
  dashboards: [],
  findings: [],
};

function matrix(search) {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(search.get(name)));
  const count = Math.floor((end - start) / step) + 1;
  const result = Array.from({ length: SERIES }, (_, s) => ({
    metric: { series: `series ${s}` },
    values: Array.from({ length: count }, (__, i) => [
      start + i * step,
      String(10 * (s + 1) + 5 * Math.sin(i / (9 + s))),
    ]),
  }));
  return { status: 'success', data: { resultType: 'matrix', result } };
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const json = (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (pathname === '/api/project') return json(project);
  if (pathname === '/api/events')
    return response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  if (pathname.startsWith('/api/dashboards/'))
    return json({ uid: 'bench', resource, findings: [], origins: {}, losses: [] });
  if (pathname.endsWith('/query_range')) return json(matrix(searchParams));
  const file = join(PAGE, extname(pathname) === '' ? 'index.html' : pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/d/bench?drawAll`;

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

async function load() {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1900 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript((panels) => {
    const look = () => {
      // oxlint-disable-next-line no-underscore-dangle -- the name of the page's counter
      const { settled, drawn } = globalThis.__binnacle ?? {};
      if (settled && drawn === panels) globalThis.allDrawn = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, PANELS);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.allDrawn !== undefined);
  const measured = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    all: globalThis.allDrawn,
    heap: performance.memory.usedJSHeapSize / 1024 / 1024,
  }));
  await context.close();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return measured;
}

const runs = [];
// The first window starts the browser's own processes.
await load();
for (let round = 0; round < rounds; round += 1) runs.push(await load());
await browser.close();
server.closeAllConnections();
server.close();

const assets = readdirSync(join(PAGE, 'assets')).filter((name) => /\.(js|css)$/.test(name));
const sizes = assets.map((name) => readFileSync(join(PAGE, 'assets', name)));
const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(2)} MB`;
const milliseconds = (of) => `${Math.round(median(runs.map((run) => run[of])))} ms`;
console.log(
  table(
    [`${PANELS} panels × ${SERIES} series × ${POINTS} points`, 'median'],
    [
      ['something is seen', milliseconds('paint')],
      ['all panels are drawn', milliseconds('all')],
      ['JavaScript heap', `${median(runs.map(({ heap }) => heap)).toFixed(0)} MiB`],
      ['scripts and styles', megabytes(sizes.reduce((sum, { length }) => sum + length, 0))],
      ['the same, gzip', megabytes(sizes.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0))],
    ],
  ),
);
