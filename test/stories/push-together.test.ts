import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFakeGrafana, type FakeGrafana } from '@binnacle/targets/fake-grafana';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { COMMAND, storyFolder } from './story.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));
const ROUNDS = 2;

function dashboard(name: string, title: string): string {
  return JSON.stringify({
    apiVersion: 'dashboard.grafana.app/v1',
    kind: 'Dashboard',
    metadata: { name },
    spec: { title, schemaVersion: 42, panels: [] },
  });
}

function push(folder: string): Promise<{ readonly code: number | null; readonly printed: string }> {
  const env = { ...process.env, NO_COLOR: '1', GRAFANA_TOKEN: 'test-token' };
  const child = spawn(process.execPath, [COMMAND, 'push', '--yes'], { cwd: folder, env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += String(part)));
  return new Promise((resolve) => void child.on('close', (code) => resolve({ code, printed })));
}

describe.skipIf(!isBuilt)('pushes at the same time (they need `npm run build`)', () => {
  let grafana: FakeGrafana;
  beforeEach(async () => {
    grafana = await createFakeGrafana({ version: '13.0.1' });
  });
  afterEach(() => grafana.close());

  /** A checkout of a project with these dashboards, by name. */
  function checkout(project: string, dashboards: Readonly<Record<string, string>>): string {
    const folder = storyFolder();
    onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
    const destinations = { grafana: { url: grafana.url, tokenEnv: 'GRAFANA_TOKEN' } };
    const config = { project, environments: { production: { grafana: { version: '13.0' }, destinations } } };
    writeFileSync(join(folder, 'binnacle.config.ts'), `export default ${JSON.stringify(config)};\n`);
    mkdirSync(join(folder, 'dashboards'));
    for (const [name, title] of Object.entries(dashboards)) {
      writeFileSync(join(folder, 'dashboards', `${name}.json`), dashboard(name, title));
    }
    return folder;
  }

  const titles = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries([...grafana.organisation().dashboards].map(([name, { spec }]) => [name, Object(spec)['title']]));

  const writes = (): number => grafana.requests.filter(({ method }) => method !== 'GET').length;

  test('two projects that share a Grafana lose nothing of each other', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `board-${i}`);
    const [ours, theirs] = ['ours', 'theirs'].map((project) =>
      checkout(project, Object.fromEntries(names.map((name) => [`${project}-${name}`, `${project} ${name}`]))),
    );
    const pushed = await Promise.all([push(ours ?? ''), push(theirs ?? '')]);
    expect(pushed.map(({ code }) => code)).toEqual([0, 0]);
    expect(Object.keys(titles())).toHaveLength(2 * names.length);
    const before = writes();
    expect((await push(ours ?? '')).code).toBe(0);
    expect(writes()).toBe(before);
  });

  test('two versions of a project: each dashboard is of one of them, and whoever was too late is told', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [first, second] = ['A', 'B'].map((version) =>
        checkout(
          'shop',
          Object.fromEntries(['one', 'two', 'three'].map((name) => [name, `${name} ${version}${round}`])),
        ),
      );
      // oxlint-disable-next-line no-await-in-loop -- each round begins where the last has ended
      const pushed = await Promise.all([push(first ?? ''), push(second ?? '')]);
      const late = pushed.filter(({ code }) => code !== 0);
      const told = late.filter(
        ({ code, printed }) => code === 1 && /changed since|already exists|was changed/.test(printed),
      );
      expect(told).toEqual(late);
      for (const [name, title] of Object.entries(titles())) {
        expect([`${name} A${round}`, `${name} B${round}`]).toContain(title);
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await push(second ?? '')).code).toBe(0);
      expect(titles()).toEqual(Object.fromEntries(['one', 'two', 'three'].map((name) => [name, `${name} B${round}`])));
    }
  });
});
