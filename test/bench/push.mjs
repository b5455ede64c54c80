// Push to a Grafana that takes 20 ms for every answer: everything new, nothing changed, one change. Asserts what it counts.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFakeGrafana } from '@binnacle/targets/fake-grafana';
import { once, table } from './measure.mjs';
import { PANELS, writeProject, writeService } from './project.mjs';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/binnacle.js', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const LATENCY_MS = 20;
/** As many as the destination writes at the same time; lists go one page after the other, two kinds at once. */
const MOST_AT_ONCE = 6;
/** Reads of a push besides the pages: what the server is, its datasources, one page of each kind. */
const READS = 6;
const SMALL_HEAP_MIB = 128;
/** Dashboards that are declared in half of that. */
const HELD_IN_SMALL_HEAP = 1000;
const sizes = (process.env.BENCH_DASHBOARDS ?? '250,1000').split(',').filter(Boolean).map(Number);

const work = mkdtempSync(join(tmpdir(), 'binnacle-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

/** Passes connections on and counts those that wait for an answer: over HTTP 1.1 that many requests are under way. */
async function counted(url) {
  const { port } = new URL(url);
  const waiting = new Set();
  let most = 0;
  const server = createServer((incoming) => {
    const out = connect(Number(port), '127.0.0.1');
    incoming.on('data', () => (most = Math.max(most, waiting.add(incoming).size)));
    out.on('data', () => waiting.delete(incoming));
    incoming.on('close', () => waiting.delete(incoming));
    for (const [from, to] of [
      [incoming, out],
      [out, incoming],
    ])
      from.on('error', () => to.destroy()).pipe(to);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    most: () => {
      const found = most;
      most = 0;
      return found;
    },
    close: () => server.close(),
  };
}

/** The project's bundle with the Grafana at `url` as its destination. */
function bundle(project, url) {
  const path = join(project, 'bundle.json');
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'build', '-q', '--bundle', path], { cwd: project });
  if (status !== 0) throw new Error(String(stderr));
  const made = JSON.parse(readFileSync(path, 'utf8'));
  for (const { environment } of made.environments) {
    environment.datasources = { prometheus: { type: 'prometheus', uid: 'prom-1', default: true } };
    environment.destinations = { grafana: { url, tokenEnv: 'BENCH_TOKEN' } };
  }
  const text = JSON.stringify(made).replaceAll('"name":"prometheus"', '"name":"prom-1"');
  writeFileSync(path, text);
  return ['--bundle', path, '--digest', `sha256:${createHash('sha256').update(text).digest('hex')}`];
}

const rows = [];
for (const size of sizes) {
  const project = join(work, `dashboards-${size}`);
  writeProject(project, size, ['grafana']);
  symlinkSync(MODULES, join(project, 'node_modules'), 'dir');
  const fake = await createFakeGrafana({ latency: LATENCY_MS, pageSize: 250 });
  const front = await counted(fake.url);
  let reviewed = bundle(project, front.url);

  async function push(what, expected, nodeArgs = []) {
    fake.requests.length = 0;
    const args = [...nodeArgs, BIN, 'push', ...reviewed, '--yes'];
    const run = await once(process.execPath, args, {
      cwd: project,
      env: { ...process.env, BENCH_TOKEN: 'test-token' },
    });
    const reads = fake.requests.filter(({ method }) => method === 'GET').length;
    const writes = fake.requests.filter(({ method, path: asked }) => method !== 'GET' && !asked.includes('dryRun'));
    const most = front.most();
    assert.ok(most <= MOST_AT_ONCE, `${most} requests at once`);
    expected({ writes: writes.length, reads, dashboards: fake.organisation().dashboards.size });
    rows.push([
      `${size}: ${what}`,
      `${run.seconds.toFixed(1)} s`,
      `${run.cpu.toFixed(1)} s`,
      run.mebibytes.toFixed(0),
      reads,
      writes.length,
      most,
    ]);
  }

  await push('all new', ({ dashboards }) => assert.equal(dashboards, size));
  await push('nothing changed', ({ writes, reads }) => {
    assert.equal(writes, 0);
    assert.ok(reads <= READS + Math.ceil(size / 250), `${reads} reads`);
  });
  writeService(project, 1, 0.06);
  const file = join(project, 'dashboards/svc1.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('By status class.', 'By class of status.'));
  reviewed = bundle(project, front.url);
  await push('one changed', ({ writes }) => assert.equal(writes, 1));
  if (size <= HELD_IN_SMALL_HEAP) {
    const { dashboards, folders } = fake.organisation();
    dashboards.clear();
    folders.clear();
    // What writes would leave behind does not fit beside what is declared.
    const isWhole = ({ dashboards: made }) => assert.equal(made, size);
    await push(`all new, heap of ${SMALL_HEAP_MIB} MiB`, isWhole, [`--max-old-space-size=${SMALL_HEAP_MIB}`]);
  }
  front.close();
  await fake.close();
}
console.log(
  `Dashboards of ${PANELS} panels from a bundle, to a Grafana that takes ${LATENCY_MS} ms for each answer, 250 to a page\n`,
);
console.log(table(['dashboards', 'time', 'CPU', 'peak MiB', 'reads', 'writes', 'most at once'], rows));
