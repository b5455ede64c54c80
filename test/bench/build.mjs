// Build and check of a synthetic company, beside jsonnet making the same dashboards and rules and promtool checking them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { assertSame, hasJsonnet, jsonnet } from './jsonnet.mjs';
import { interleaved, once, table } from './measure.mjs';
import { PANELS, RULES, serviceId, writeProject, writeService } from './project.mjs';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/binnacle.js', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const count = Number(process.env.BENCH_SERVICES ?? 1000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const growth = (process.env.BENCH_GROWTH ?? '100,1000,10000').split(',').filter(Boolean).map(Number);

const work = mkdtempSync(join(tmpdir(), 'binnacle-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const binnacle = (project, ...args) => once(process.execPath, [BIN, ...args], { cwd: project });
const clean = (project) =>
  ['out', '.binnacle'].forEach((name) => rmSync(join(project, name), { recursive: true, force: true }));

function makeProject(name, services, targets) {
  const project = join(work, name);
  writeProject(project, services, targets);
  symlinkSync(MODULES, join(project, 'node_modules'), 'dir');
  return project;
}

const ms = (seconds) => (seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`);
const mib = (value) => (value === 0 ? '' : value.toFixed(0));

const project = makeProject('company', count);
await binnacle(project, 'build');
const prod = join(project, 'out/prod');
const id = serviceId(0);
const dashboard = JSON.parse(readFileSync(join(prod, `grafana/dashboards/${id}-service-${id}.json`), 'utf8'));
const rulesFolder = join(prod, 'prometheus');

const candidates = {
  'cold build': { before: () => clean(project), run: () => binnacle(project, 'build') },
  'no-change build': { run: () => binnacle(project, 'build') },
  'one-file change': {
    before: (round) => writeService(project, 1, 0.06 + round / 100),
    run: () => binnacle(project, 'build'),
  },
  'check, cold': { before: () => clean(project), run: () => binnacle(project, 'check') },
  'check, nothing changed': { run: () => binnacle(project, 'check') },
};
if (hasJsonnet) {
  // Datasource uids are filled in per environment; jsonnet is given the built dashboard's constants.
  const make = jsonnet(dashboard, join(work, 'jsonnet'));
  await make(1);
  const groups = parse(readFileSync(join(rulesFolder, `${id}.yaml`), 'utf8')).groups;
  assertSame(join(work, 'jsonnet'), id, { dashboard, groups });
  const same = makeProject('same-files', count, ['grafana', 'prometheus']);
  candidates['cold build of the files jsonnet makes'] = {
    before: () => clean(same),
    run: () => binnacle(same, 'build'),
  };
  candidates['jsonnet (v2 dashboards and rules only)'] = { run: () => make(count) };
} else console.log('jsonnet is not installed: that row is left out\n');
if (spawnSync('promtool', ['--version']).error === undefined) {
  candidates['promtool check rules'] = {
    before: () => existsSync(rulesFolder) || spawnSync(process.execPath, [BIN, 'build'], { cwd: project }),
    run: () => once('promtool', ['check', 'rules', ...readdirSync(rulesFolder).map((file) => join(rulesFolder, file))]),
  };
} else console.log('promtool is not installed: that row is left out\n');

const results = await interleaved(candidates, rounds);
// On a shared machine CPU time says more than wall time.
const costOf = ({ cpu, seconds }) => (cpu === 0 ? seconds : cpu);
const cold = costOf(results['cold build']);
console.log(
  `${count} services, ${count} dashboards of ${PANELS} panels, ${count * RULES} rules, one environment, every target; ${rounds} rounds\n`,
);
console.log(
  table(
    ['', 'median', 'CPU', '× cold build (CPU)', 'peak MiB'],
    Object.entries(results).map(([name, result]) => [
      name,
      ms(result.seconds),
      ms(result.cpu),
      (costOf(result) / cold).toFixed(2),
      mib(result.mebibytes),
    ]),
  ),
);

console.log('\nGrowth (one cold build each)\n');
const rows = [];
for (const services of growth) {
  const grown = makeProject(`growth-${services}`, services);
  const { seconds, cpu, mebibytes } = await binnacle(grown, 'build');
  rmSync(grown, { recursive: true, force: true });
  rows.push([services, ms(seconds), ms(cpu), ms(cpu / services), mib(mebibytes), (mebibytes / services).toFixed(2)]);
}
console.log(table(['services', 'cold build', 'CPU', 'CPU per service', 'peak MiB', 'MiB per service'], rows));
