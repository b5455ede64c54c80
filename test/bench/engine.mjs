// The embedded engine beside Prometheus (Debian's 2.42, over its API) on the same samples: 1,000 series of each metric, 300 steps.
// Of Prometheus the time of the engine alone is taken, as it tells it with the answer; ours is wall time of the call.
// Run: npm run build -w packages/promql && node test/bench/engine.mjs [rounds]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStorage, instant, range } from '@binnacle/promql/engine';
import { median, table } from './measure.mjs';

const rounds = Number(process.argv[2] ?? process.env.BENCH_ROUNDS ?? 9);
const INTERVAL = 15_000;
const STEPS = 300;
const SAMPLES = STEPS + 40;
const START = 1_700_000_000_000 - (1_700_000_000_000 % 7_200_000);
const QUERY = { start: START + 40 * INTERVAL, end: START + (40 + STEPS - 1) * INTERVAL, step: INTERVAL };

/** Deterministic noise. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function makeSeries() {
  const random = createRandom(1);
  const all = [];
  const counter = (labels) => {
    let value = Math.floor(random() * 1000);
    const values = Float64Array.from({ length: SAMPLES }, () => (value += Math.floor(random() * 20)));
    all.push({ labels, values });
  };
  const paths = ['/', '/login', '/cart', '/pay', '/search'];
  for (let i = 0; i < 200; i++) {
    const instance = `10.0.${Math.floor(i / 50)}.${i % 50}:9090`;
    for (const path of paths) counter({ __name__: 'requests_total', job: `job${i % 10}`, instance, path });
    for (const path of paths)
      all.push({
        labels: { __name__: 'limit', job: `job${i % 10}`, instance, path },
        values: new Float64Array(SAMPLES).fill(i + 1),
      });
    all.push({
      labels: { __name__: 'build_info', job: `job${i % 10}`, instance, version: `1.${i % 7}` },
      values: new Float64Array(SAMPLES).fill(1),
    });
  }
  const bounds = ['0.01', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'];
  for (let i = 0; i < 100; i++) {
    const totals = bounds.map(() => 0);
    const columns = bounds.map(() => new Float64Array(SAMPLES));
    for (let at = 0; at < SAMPLES; at++) {
      let below = 0;
      for (const [b] of bounds.entries()) {
        totals[b] += Math.floor(random() * 5);
        below += totals[b];
        columns[b][at] = below;
      }
    }
    for (const [b, le] of bounds.entries()) {
      all.push({
        labels: { __name__: 'latency_bucket', job: `job${i % 10}`, instance: `i${i}`, le },
        values: columns[b],
      });
    }
  }
  return all;
}

const queries = {
  selector: 'requests_total',
  rate: 'rate(requests_total[5m])',
  'sum by rate': 'sum by (job, path) (rate(requests_total[5m]))',
  histogram_quantile: 'histogram_quantile(0.95, sum by (job, le) (rate(latency_bucket[5m])))',
  'join, one to one': 'rate(requests_total[5m]) / limit',
  'join, group_left': 'rate(requests_total[5m]) * on (job, instance) group_left (version) build_info',
  'max_over_time 1h': 'max_over_time(limit[1h])',
  topk: 'topk(10, requests_total)',
};

const times = Float64Array.from({ length: SAMPLES }, (_, i) => START + i * INTERVAL);
const series = makeSeries();

const before = process.memoryUsage();
const loading = performance.now();
const storage = createStorage();
for (const { labels, values } of series) storage.append(labels, { times, values });
const loaded = performance.now() - loading;
const after = process.memoryUsage();
const mebibytes = (bytes) => (bytes / 1_048_576).toFixed(0);

const work = mkdtempSync(join(tmpdir(), 'binnacle-bench-engine-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function openMetrics() {
  const lines = [];
  for (const {
    labels: { __name__: name, ...rest },
    values,
  } of series) {
    const text = Object.entries(rest)
      .map(([label, value]) => `${label}="${value}"`)
      .join(',');
    for (let i = 0; i < SAMPLES; i++) lines.push(`${name}{${text}} ${values[i]} ${times[i] / 1000}`);
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startPrometheus() {
  writeFileSync(join(work, 'samples.om'), openMetrics());
  execFileSync(
    'promtool',
    ['tsdb', 'create-blocks-from', 'openmetrics', join(work, 'samples.om'), join(work, 'data')],
    { stdio: 'ignore' },
  );
  writeFileSync(join(work, 'prometheus.yml'), 'global: {}\n');
  const port = await freePort();
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(work, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(work, 'data')}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  process.on('exit', () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    try {
      if ((await fetch(`${url}/-/ready`)).ok) break;
    } catch {
      if (tries > 200) throw new Error('Prometheus does not start');
    }
    await sleep(100);
  }
  return { url, child };
}

async function ask(url, path, parameters) {
  const answer = await (
    await fetch(`${url}/api/v1/${path}?${new URLSearchParams({ ...parameters, stats: '1' })}`)
  ).json();
  if (answer.status !== 'success') throw new Error(answer.error);
  return { milliseconds: answer.data.stats.timings.execTotalTime * 1000, series: answer.data.result.length };
}

const { url, child } = await startPrometheus();
const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const ways = {
  range: {
    ours: (query) => range(query, storage, { ...QUERY, leftOpen: false }),
    size: (answer) => answer.result.series.length,
    theirs: (query) =>
      ask(url, 'query_range', { query, start: QUERY.start / 1000, end: QUERY.end / 1000, step: QUERY.step / 1000 }),
  },
  instant: {
    ours: (query) => instant(query, storage, { time: QUERY.end, leftOpen: false }),
    size: (answer) => answer.result.samples.length,
    theirs: (query) => ask(url, 'query', { query, time: QUERY.end / 1000 }),
  },
};

const rows = [];
for (const [way, { ours, size, theirs }] of Object.entries(ways)) {
  const found = Object.fromEntries(Object.keys(queries).map((name) => [name, { ours: [], theirs: [] }]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, query] of Object.entries(queries)) {
      const started = performance.now();
      const answer = ours(query);
      const own = performance.now() - started;
      if (!answer.ok) throw new Error(`${query}: ${answer.error.message}`);
      const other = await theirs(query);
      if (size(answer) !== other.series)
        throw new Error(`${query}: ${size(answer)} series, Prometheus has ${other.series}`);
      if (round < 0) continue;
      found[name].ours.push(own);
      found[name].theirs.push(other.milliseconds);
    }
  }
  for (const [name, { ours: own, theirs: other }] of Object.entries(found)) {
    const [a, b] = [median(own), median(other)];
    rows.push([way, name, `${a.toFixed(1)} ms`, `${b.toFixed(1)} ms`, (a / b).toFixed(2)]);
  }
}
console.log(`${series.length} series, ${series.length * SAMPLES} samples, ${STEPS} steps, ${rounds} rounds, medians\n`);
console.log(table(['query', '', 'binnacle', 'Prometheus 2.42', 'ratio'], rows));
const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
console.log(
  `\nloading ${loaded.toFixed(0)} ms, ${mebibytes(held)} MiB for the samples; ` +
    `resident: this process ${mebibytes(process.memoryUsage().rss)} MiB, Prometheus at most ${peak().toFixed(0)} MiB`,
);
child.kill();
