import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFakeGrafana } from '@binnacle/targets/fake-grafana';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMAND, storyFolder } from './story.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));

const board = (expr: string): string => `apiVersion: dashboard.grafana.app/v1
kind: Dashboard
metadata: { name: shop, labels: { binnacle.dev/service: shop, binnacle.dev/team: retail } }
spec:
  title: Shop
  schemaVersion: 42
  panels:
    - { id: 1, type: timeseries, title: Requests, gridPos: { x: 0, y: 0, w: 12, h: 8 }, targets: [{ refId: A, expr: "${expr}" }] }
`;
const rules = (wait: string): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, labels: { binnacle.dev/service: shop, binnacle.dev/team: retail } }
spec:
  groups:
    - name: shop
      rules:
        - { alert: ShopDown, expr: up == 0, for: ${wait}, labels: { severity: page } }
`;
const SERVICE = `apiVersion: binnacle.dev/v1
kind: Service
metadata: { name: shop }
spec:
  title: Shop
  description: Sells.
  owner: retail
  tier: 1
  lifecycle: production
  kind: online-serving
  languages: [go]
  links: [{ type: runbook, title: Runbook, url: 'https://runbooks.example.com/shop' }]
  contacts: []
  dependsOn: []
  tags: {}
  metrics: [{ name: requests_total, type: counter, unit: requests, help: Requests., labels: [], targetLabels: [] }]
  parts: []
`;
const config = (destinations = ''): string =>
  `export default { project: 'shop', environments: { production: { ${destinations} } } };\n`;

function run(folder: string, command: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

function commit(folder: string): string {
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  run(folder, 'git', 'add', '--all');
  run(folder, 'git', ...author, 'commit', '--quiet', '--message', 'x');
  return run(folder, 'git', 'rev-parse', 'HEAD').slice(0, 12);
}

/** A project of one dashboard and one alert, in no repository yet. */
function projectFolder(): string {
  const folder = storyFolder();
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
  for (const name of ['dashboards', 'rules', 'services']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, '.gitignore'), '.binnacle\nnode_modules\n');
  writeFileSync(join(folder, 'binnacle.config.ts'), config());
  writeFileSync(join(folder, 'dashboards/shop.yaml'), board('rate(requests_total[5m])'));
  writeFileSync(join(folder, 'rules/shop.yaml'), rules('5m'));
  writeFileSync(join(folder, 'services/shop.yaml'), SERVICE);
  return folder;
}

/** The same, committed on `main`; gives its commit too. */
function repository(): readonly [folder: string, commit: string] {
  const folder = projectFolder();
  run(folder, 'git', 'init', '--quiet', '--initial-branch', 'main');
  return [folder, commit(folder)];
}

/** A running preview: its process, what it says, and what it answers. */
async function preview(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [COMMAND, 'preview', '--port', '0', ...args], {
    cwd: folder,
    env: { ...inherited, NO_COLOR: '1', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  while (!/http:\S+\//.test(out)) {
    if (child.exitCode !== null) throw new Error(err);
    // oxlint-disable-next-line no-await-in-loop -- what is waited for is another process
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const url = /http:[^\s"]+\//.exec(out)?.[0] ?? '';
  const ask = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  return { child, url, ask, err: () => err };
}

/** Waits until the definitions were read so many times. */
async function generation(ask: (path: string) => Promise<unknown>, wanted: number): Promise<void> {
  while (((await ask('api/project')) as { generation: number }).generation < wanted) {
    // oxlint-disable-next-line no-await-in-loop -- what is waited for is another process
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const REQUESTS = {
  change: 'changed',
  title: 'Requests',
  said: [{ text: 'query A `[5m]` → `[1m]`', reach: 'data' }],
  queries: [{ label: 'Query A', before: 'rate(requests_total[5m])', after: 'rate(requests_total[1m])' }],
};

describe.skipIf(!isBuilt)('binnacle preview --base (needs `npm run build`)', () => {
  it('says what the branch changes, shows both versions, and follows each save', async () => {
    const [folder, base] = repository();
    run(folder, 'git', 'checkout', '--quiet', '-b', 'shorter');
    writeFileSync(join(folder, 'dashboards/shop.yaml'), board('rate(requests_total[1m])'));
    commit(folder);
    writeFileSync(join(folder, 'rules/shop.yaml'), rules('10m'));
    const { child, ask } = await preview(folder, ['--base']);

    expect(await ask('api/compare?with=base')).toMatchObject({
      state: 'done',
      comparison: {
        with: 'base',
        name: `main (${base})`,
        summary: '1 alert and 1 dashboard changed; 1 alert pages later',
        notes: [],
        changes: [
          {
            id: 'PrometheusRule/shop',
            change: 'changed',
            service: 'shop',
            team: 'retail',
            rules: [
              {
                subject: 'alert ShopDown',
                change: 'changed',
                said: [{ text: 'for 5m → 10m', consequence: 'pages 5 minutes later', reach: 'pager' }],
              },
            ],
          },
          { id: 'Dashboard/shop', dashboard: { uid: 'shop', added: 0, removed: 0, changed: 1 } },
        ],
      },
    });
    expect(await ask('api/compare/dashboards/shop?with=base')).toMatchObject({
      panels: [REQUESTS],
      pairs: [['panel-1', 'panel-1']],
    });
    expect(await ask('api/dashboards/shop?side=base')).toMatchObject({ resource: { spec: { title: 'Shop' } } });

    writeFileSync(join(folder, 'rules/shop.yaml'), rules('5m'));
    await generation(ask, 2);
    expect(await ask('api/compare')).toMatchObject({ comparison: { summary: '1 dashboard changed' } });

    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(run(folder, 'git', 'worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('is offered without the flag, where there is a repository, and a revision can be named', async () => {
    const [folder, first] = repository();
    writeFileSync(join(folder, 'dashboards/shop.yaml'), board('rate(requests_total[1m])'));
    commit(folder);
    const offered = await preview(folder, []);
    expect(await offered.ask('api/project')).toMatchObject({ compare: [{ with: 'base', started: false }] });
    expect(await offered.ask('api/compare')).toMatchObject({ comparison: { summary: 'no changes' } });
    const bare = await preview(projectFolder(), []);
    expect(await bare.ask('api/project')).toMatchObject({ compare: [] });
    const named = await preview(folder, ['--base', first]);
    expect(await named.ask('api/compare')).toMatchObject({
      comparison: { name: first, summary: '1 dashboard changed' },
    });
  });

  it.each([
    ['no repository', projectFolder, ['--base'], 'the project is in no git repository'],
    ['no such revision', () => repository()[0], ['--base', 'nope'], 'nope: there is no such revision here'],
  ] as const)('%s is a state of the page and a warning', async (_, make, args, message) => {
    const { ask, err, child } = await preview(make(), args);
    expect(await ask('api/compare')).toMatchObject({ state: 'failed', message });
    expect(err()).toContain(`warning: not compared with --base: ${message}\n`);
    expect(await ask('api/project')).toMatchObject({ dashboards: [{ uid: 'shop' }] });
    expect(child.exitCode).toBeNull();
  });

  it('what cannot be read of the base is told', async () => {
    const folder = projectFolder();
    writeFileSync(join(folder, 'dashboards/more.ts'), 'export default (');
    run(folder, 'git', 'init', '--quiet', '--initial-branch', 'main');
    commit(folder);
    rmSync(join(folder, 'dashboards/more.ts'));
    const { ask } = await preview(folder, ['--base']);
    const { comparison } = (await ask('api/compare')) as { comparison: { notes: string[]; changes: unknown[] } };
    expect(comparison.notes[0]).toContain('main has definitions that cannot be read, which show as added here: ');
    expect(comparison.changes).toEqual([]);
  });

  it('files alone have no other version', async () => {
    const folder = storyFolder();
    onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
    writeFileSync(join(folder, 'board.json'), JSON.stringify({ title: 'A', panels: [] }));
    await expect(preview(folder, ['board.json', '--base'])).rejects.toThrow(
      'error: --base: files alone have no other version\n  run it where the project is\n',
    );
  });
});

describe.skipIf(!isBuilt)('binnacle preview --live (needs `npm run build`)', () => {
  const token = { GRAFANA_TOKEN: 'test-token' };

  it('says what a push would change, and only reads', async () => {
    const grafana = await createFakeGrafana();
    onTestFinished(() => grafana.close());
    const folder = projectFolder();
    const destinations = `destinations: { grafana: { url: '${grafana.url}', tokenEnv: 'GRAFANA_TOKEN' } }`;
    writeFileSync(join(folder, 'binnacle.config.ts'), config(destinations));
    rmSync(join(folder, 'rules/shop.yaml'));
    const pushed = spawn(process.execPath, [COMMAND, 'push', '--yes'], {
      cwd: folder,
      env: { ...process.env, ...token },
    });
    expect(await once(pushed, 'exit')).toEqual([0, null]);
    writeFileSync(join(folder, 'dashboards/shop.yaml'), board('rate(requests_total[1m])'));
    grafana.requests.length = 0;

    const { ask } = await preview(folder, ['--live'], token);
    expect(await ask('api/project')).toMatchObject({ compare: [{ with: 'live', started: true }] });
    expect(await ask('api/compare?with=live')).toMatchObject({
      state: 'done',
      comparison: {
        name: `Grafana 13.2.0 at ${grafana.url}`,
        summary: '1 dashboard changed',
        changes: [
          { change: 'changed', system: `Grafana 13.2.0 at ${grafana.url}`, dashboard: { uid: 'shop', changed: 1 } },
        ],
      },
    });
    expect(await ask('api/compare/dashboards/shop?with=live')).toMatchObject({ panels: [REQUESTS] });
    const listed = grafana.requests.length;
    writeFileSync(join(folder, 'dashboards/shop.yaml'), board('rate(requests_total[5m])'));
    await generation(ask, 2);
    expect(await ask('api/compare?with=live')).toMatchObject({ comparison: { summary: 'no changes' } });
    // What it holds is asked once, and again when somebody says so.
    expect(grafana.requests).toHaveLength(listed);
    await ask('api/compare?with=live&again');
    expect(grafana.requests.length).toBeGreaterThan(listed);
    expect([...new Set(grafana.requests.map(({ method }) => method))]).toEqual(['GET']);
  });

  it.each([
    ['names no system', '', 'production names no system to compare with'],
    [
      'cannot be reached',
      "destinations: { grafana: { url: 'http://127.0.0.1:9', tokenEnv: 'GRAFANA_TOKEN' } }",
      'grafana could not be compared: ',
    ],
  ])('an environment that %s is a state of the page', async (_, destinations, message) => {
    const folder = projectFolder();
    writeFileSync(join(folder, 'binnacle.config.ts'), config(destinations));
    const { ask } = await preview(folder, ['--live'], token);
    const answer = (await ask('api/compare?with=live')) as { state: string; message: string };
    expect(answer.state).toBe('failed');
    expect(answer.message).toContain(message);
  });
});
