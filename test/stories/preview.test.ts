import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createFakeGrafana } from '@binnacle/targets/fake-grafana';
import { describe, expect, it, onTestFinished } from 'vitest';
import { COMMAND, storyFolder } from './story.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));

const dashboard = (title: string): string => JSON.stringify({ title, uid: 'shop', schemaVersion: 42, panels: [] });
const resource = (title: string): string => `apiVersion: dashboard.grafana.app/v1
kind: Dashboard
metadata: { name: shop }
spec: { title: ${title}, schemaVersion: 42, panels: [] }
`;

function projectFolder(): string {
  const folder = storyFolder();
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
  mkdirSync(join(folder, 'dashboards'));
  writeFileSync(
    join(folder, 'binnacle.config.ts'),
    "export default { project: 'shop', environments: { production: {}, staging: {} } };\n",
  );
  writeFileSync(join(folder, 'dashboards/shop.yaml'), resource('One'));
  return folder;
}

/** A running preview with what it has printed, and its address once it has one. */
function start(folder: string, ...args: readonly string[]) {
  const { FORCE_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, [COMMAND, 'preview', '--port', '0', ...args], {
    cwd: folder,
    env: { ...env, NO_COLOR: '1' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const url = async (): Promise<string> => {
    await until(() => /http:\S+\//.test(out) || child.exitCode !== null);
    return /http:[^\s"]+\//.exec(out)?.[0] ?? '';
  };
  return { child, url, out: () => out, err: () => err };
}

/** Waits for something to become true; the test's own time limit ends a wait in vain. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What the events of a page are, one after the other. */
async function listening(url: string): Promise<() => Promise<{ readonly type: string }>> {
  const response = await fetch(`${url}api/events`);
  const reader = response.body?.getReader();
  let text = '';
  return async () => {
    for (;;) {
      const [whole = '', data] = /data: (.*)\n\n/.exec(text) ?? [];
      if (data !== undefined) {
        text = text.slice(text.indexOf(whole) + whole.length);
        return JSON.parse(data) as { readonly type: string };
      }
      text += new TextDecoder().decode((await reader?.read())?.value);
    }
  };
}

async function titles(url: string): Promise<unknown> {
  const project = (await (await fetch(`${url}api/project`)).json()) as { dashboards: { title: string }[] };
  return project.dashboards.map(({ title }) => title);
}

/** Processes that read this project. */
function readers(folder: string): string[] {
  return readdirSync('/proc')
    .filter((id) => /^\d+$/.test(id))
    .filter((id) => {
      try {
        const isReader = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(join('preview', 'reader'));
        return isReader && readlinkSync(`/proc/${id}/cwd`) === realpathSync(folder);
      } catch {
        return false;
      }
    });
}

describe.skipIf(!isBuilt)('binnacle preview (needs `npm run build`)', () => {
  it('serves the project, shows each save, keeps the last good page, and leaves with Ctrl-C', async () => {
    const folder = projectFolder();
    const { child, url: address, out, err } = start(folder);
    const url = await address();
    expect(out()).toContain('shop as production has it: 1 dashboard, 0 services, 0 alerts; no findings\n');
    expect(await titles(url)).toEqual(['One']);
    const next = await listening(url);
    expect(await next()).toEqual({ type: 'reloaded', generation: 1 });

    writeFileSync(join(folder, 'dashboards/shop.yaml'), resource('Two'));
    expect(await next()).toEqual({ type: 'reloaded', generation: 2 });
    expect(await titles(url)).toEqual(['Two']);

    writeFileSync(join(folder, 'dashboards/new.ts'), 'export default (');
    expect(await next()).toMatchObject({
      type: 'broken',
      findings: [{ origin: { file: 'dashboards/new.ts', line: 1 } }],
    });
    expect(await titles(url)).toEqual(['Two']);
    await until(() => err().includes('dashboards/new.ts:1:17 error'));

    rmSync(join(folder, 'dashboards/new.ts'));
    expect(await next()).toEqual({ type: 'reloaded', generation: 3 });

    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  it.skipIf(process.platform !== 'linux')('leaves no process behind', async () => {
    const folder = projectFolder();
    const { child, url } = start(folder);
    await url();
    expect(readers(folder).length).toBeGreaterThan(0);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await until(() => readers(folder).length === 0);
  });

  it('a definition that never ends does not keep the next from being read', async () => {
    const folder = projectFolder();
    const { url: address } = start(folder);
    const url = await address();
    const next = await listening(url);
    await next();
    writeFileSync(join(folder, 'dashboards/endless.ts'), 'for (;;);\n');
    await new Promise((resolve) => setTimeout(resolve, 700));
    writeFileSync(join(folder, 'dashboards/endless.ts'), 'export default [];\n');
    expect(await next()).toEqual({ type: 'reloaded', generation: 2 });
  });

  it('tells a program where it is', async () => {
    const folder = projectFolder();
    writeFileSync(join(folder, 'dashboards/noisy.ts'), "console.log('noise');\nexport default [];\n");
    const { url, out } = start(folder, '--json', '--env', 'staging');
    await url();
    expect(JSON.parse(out())).toMatchObject({
      project: 'shop',
      environment: 'staging',
      data: { kind: 'sample' },
      counts: { dashboards: 1 },
    });
  });

  it('shows a file beside the project, and where there is none', async () => {
    const folder = projectFolder();
    const file = join(folder, 'exported.json');
    writeFileSync(file, dashboard('Exported').replace('"shop"', '"exported"'));
    const beside = start(folder, file);
    expect(await titles(await beside.url())).toEqual(['Exported', 'One']);

    const alone = storyFolder();
    onTestFinished(() => rmSync(dirname(alone), { recursive: true, force: true }));
    writeFileSync(join(alone, 'board.json'), dashboard('Alone'));
    const { url: address } = start(alone, 'board.json');
    const url = await address();
    const next = await listening(url);
    await next();
    writeFileSync(join(alone, 'board.json'), dashboard('Changed'));
    await next();
    expect(await titles(url)).toEqual(['Changed']);
  });

  it('shows the project in a Grafana, which is read and not written to', async () => {
    const grafana = await createFakeGrafana({ version: '13.0.1', path: '/grafana' });
    onTestFinished(() => grafana.close());
    const folder = projectFolder();
    const config = `{ url: '${grafana.url}', tokenEnv: 'SHOP_TOKEN' }`;
    writeFileSync(
      join(folder, 'binnacle.config.ts'),
      `export default { project: 'shop', environments: { production: { destinations: { grafana: ${config} } } } };\n`,
    );
    const missing = start(folder, '--grafana');
    expect(await once(missing.child, 'exit')).toEqual([2, null]);
    await until(() => missing.err().includes('the environment variable SHOP_TOKEN is not set'));

    process.env['SHOP_TOKEN'] = 'test-token';
    onTestFinished(() => void delete process.env['SHOP_TOKEN']);
    const { child, url: address, out } = start(folder, '--grafana', '--json');
    const url = await address();
    const told = JSON.parse(out()) as { readonly grafana: string };
    expect(await (await fetch(`${url}api/project`)).json()).toMatchObject({ grafana: told.grafana });
    const at = `${told.grafana}api/dashboards/uid/shop`;
    const title = async (): Promise<unknown> =>
      ((await (await fetch(at)).json()) as { dashboard: { title: string } }).dashboard.title;
    expect(await title()).toBe('One');
    expect((await fetch(`${told.grafana}api/search`)).status).toBeLessThan(500);
    expect((await fetch(`${told.grafana}api/dashboards/db`, { method: 'POST', body: '{}' })).status).toBe(403);
    const next = await listening(url);
    await next();
    writeFileSync(join(folder, 'dashboards/shop.yaml'), resource('Two'));
    await next();
    expect(await title()).toBe('Two');
    expect(grafana.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(grafana.organisation().dashboards.size).toBe(0);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });

  it.each([
    [['none.json'], 'error: none.json cannot be read: there is no such file\n'],
    [['--env', 'prod'], 'error: --env prod: there is no such environment\n  known: production, staging\n'],
    [['--data', 'none.om'], 'error: --data none.om: there is no such file\n'],
    [['--incident', 'shop.down'], 'error: --incident shop.down: there is no such incident\n'],
    [['--grafana'], 'error: production has no destination grafana\n'],
    [['--grafana', 'grafana'], 'error: --grafana grafana is no address\n'],
    [['--host', '192.0.2.1'], 'error: 192.0.2.1 is no address of this machine\n'],
  ])('%j is a plain error', async (args, message) => {
    const { child, err } = start(projectFolder(), ...args);
    expect(await once(child, 'exit')).toEqual([2, null]);
    await until(() => err().includes(message));
    expect(err()).not.toContain('this is a bug');
  });
});
