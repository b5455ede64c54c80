// The preview of a synthetic company of which every service has one dashboard of 20 panels: until it is served, a dashboard's
// queries on sample data, save to event, save to pixels and the home page where there is a Chromium, memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM, median } from './measure.mjs';
import { PANELS, serviceId, writeProject } from './project.mjs';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/binnacle.js', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const sizes = (process.env.BENCH_GROWTH ?? '1,100,1000').split(',').map(Number);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const work = mkdtempSync(join(tmpdir(), 'binnacle-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const ms = (value) => `${Math.round(value)} ms`;

async function timed(action) {
  const begun = performance.now();
  const result = await action();
  return [performance.now() - begun, result];
}

/** Starts a preview; its address once it is served. */
async function start(folder) {
  const child = spawn(process.execPath, [BIN, 'preview', '--port', '0', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [took, url] = await timed(async () => {
    let text = '';
    for await (const part of child.stdout) {
      text += part;
      if (text.includes('\n')) break;
    }
    return JSON.parse(text).url;
  });
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGINT');
    });
  return { child, took, url, stop };
}

const json = async (url) => (await fetch(url)).json();

/** The queries of a dashboard, with what stands for Grafana's variables filled in. */
async function queriesOf(url, uid) {
  const { resource } = await json(`${url}api/dashboards/${uid}`);
  const found = [];
  const search = (value) => {
    if (Array.isArray(value)) value.forEach(search);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'expr') found.push(inner.replaceAll('$__rate_interval', '4m').replaceAll('$__range', '1h'));
        else search(inner);
      }
    }
  };
  search(resource.spec.elements);
  return found;
}

/** Asks all queries of a dashboard at once, as its page does, over an hour in 300 steps. */
async function askAll(url, queries) {
  const end = Date.now() / 1000;
  const answers = await Promise.all(
    queries.map(async (query) => {
      const body = new URLSearchParams({ query, start: end - 3600, end, step: 12 });
      return (await fetch(`${url}api/prometheus/prometheus/api/v1/query_range`, { method: 'POST', body })).json();
    }),
  );
  const wrong = answers.find(({ status, data }) => status !== 'success' || data.result.length === 0);
  if (wrong !== undefined) throw new Error(`a query without an answer: ${JSON.stringify(wrong)}`);
}

/** Milliseconds from writing a file to the event that says it is loaded. */
async function saves(folder, url) {
  const file = join(folder, `dashboards/${serviceId(0)}.ts`);
  const written = readFileSync(file, 'utf8');
  const reader = (await fetch(`${url}api/events`)).body.getReader();
  await reader.read();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    // The process for the next change is started while nobody waits.
    await sleep(1500);
    const begun = performance.now();
    writeFileSync(file, written.replace('Requests', `Requests ${round}`));
    await reader.read();
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** Milliseconds from writing a file until the page shows it, and from opening the home page until it has services. */
async function pixels(folder, url, uid) {
  if (CHROMIUM === undefined) return undefined;
  const file = join(folder, `dashboards/${serviceId(0)}.ts`);
  const written = readFileSync(file, 'utf8');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const homes = [];
  for (let round = 0; round < rounds; round += 1) {
    homes.push((await timed(() => page.goto(url).then(() => page.waitForSelector('a[data-entry]'))))[0]);
  }
  await page.goto(`${url}d/${uid}`);
  const shows = (text) =>
    page.waitForFunction(
      (title) => [...document.querySelectorAll('h2')].some((one) => one.textContent === title),
      text,
    );
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    await sleep(2500);
    const begun = performance.now();
    writeFileSync(file, written.replace("timeseries('Requests", `timeseries('Saved ${round}`));
    await shows(`Saved ${round}`);
    times.push(performance.now() - begun);
  }
  await browser.close();
  writeFileSync(file, written);
  return { saved: median(times), home: median(homes) };
}

const residentOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

console.log(`dashboards of ${PANELS} panels each; times are medians of ${rounds} where there are several\n`);
console.log(
  '| dashboards | served, cold | served, cached | project | first dashboard | again | another | save to event | save to pixels | home page | memory |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const size of sizes) {
  const folder = join(work, String(size));
  writeProject(folder, size);
  symlinkSync(MODULES, join(folder, 'node_modules'), 'dir');
  const cold = await start(folder);
  await cold.stop();
  const { child, took, url, stop } = await start(folder);
  const [project, { dashboards }] = await timed(() => json(`${url}api/project`));
  const [first, other] = [await queriesOf(url, dashboards[0].uid), await queriesOf(url, dashboards.at(-1).uid)];
  const [fresh] = await timed(() => askAll(url, first));
  const again = [];
  for (let round = 0; round < rounds; round += 1) again.push((await timed(() => askAll(url, first)))[0]);
  const [another] = await timed(() => askAll(url, other));
  const saved = await saves(folder, url);
  const { uid } = dashboards.find(({ title }) => title.endsWith(` ${serviceId(0)}`));
  const seen = await pixels(folder, url, uid);
  const memory = residentOf(child.pid);
  const cells = [
    size,
    ms(cold.took),
    ms(took),
    ms(project),
    ms(fresh),
    ms(median(again)),
    ms(another),
    ms(saved),
    seen === undefined ? 'no Chromium' : ms(seen.saved),
    seen === undefined ? 'no Chromium' : ms(seen.home),
    `${Math.round(memory)} MiB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  await stop();
}
