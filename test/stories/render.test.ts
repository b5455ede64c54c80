import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canBrowse } from '../../packages/preview/src/fixtures/chromium.ts';
import { COMMAND, storyFolder } from './story.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));
const hasPage = existsSync(join(dirname(COMMAND), '../../preview/dist/page/index.html'));

const service = `apiVersion: binnacle.dev/v1
kind: Service
metadata: { name: shop }
spec:
  { title: Shop, description: Sells., owner: retail, tier: 1, lifecycle: production, kind: online-serving, languages: [],
    links: [], contacts: [], dependsOn: [], tags: {}, parts: [],
    metrics: [{ name: shop_requests_total, type: counter, help: Requests., unit: requests, labels: [], targetLabels: [job, instance] }] }
`;

function panel(id: number, expr: string): object {
  const gridPos = { x: 0, y: id * 8, w: 24, h: 8 };
  return {
    id,
    type: 'timeseries',
    title: `Panel ${id}`,
    gridPos,
    datasource: { type: 'prometheus', uid: 'prometheus' },
    targets: [{ refId: 'A', expr }],
  };
}

function projectFolder(): string {
  const folder = storyFolder();
  onTestFinished(() => rmSync(dirname(folder), { recursive: true, force: true }));
  for (const name of ['dashboards', 'services']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'binnacle.config.ts'),
    "export default { project: 'shop', environments: { production: {} } };\n",
  );
  writeFileSync(join(folder, 'services/shop.yaml'), service);
  const panels = [panel(1, 'sum(rate(shop_requests_total[5m]))'), panel(2, 'sum(nobody_has_this)')];
  const spec = { title: 'Shop', schemaVersion: 42, panels, time: { from: 'now-1h', to: 'now' } };
  const resource = { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', metadata: { name: 'shop' }, spec };
  writeFileSync(join(folder, 'dashboards/shop.json'), JSON.stringify(resource));
  return folder;
}

function render(folder: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const { FORCE_COLOR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'render', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', ...variables },
  });
  return { status, stdout, stderr };
}

describe.skipIf(!isBuilt)('binnacle render (needs `npm run build`)', () => {
  it('a dashboard that there is not is a plain error', () => {
    expect(render(projectFolder(), ['shep'])).toEqual({
      status: 2,
      stdout: '',
      stderr: "error: there is no dashboard shep in this project\n  did you mean 'shop'?\n",
    });
  });

  it.each(['lastweek', 'now-3hours', '-3h', '2026-13-01', '12'])('%s is no time', (time) => {
    const { status, stderr } = render(projectFolder(), ['shop', `--from=${time}`]);
    expect(stderr.split('\n')[0]).toBe(
      `error: option '--from <time>' argument '${time}' is invalid. write a time such as now-3h, now/d, 2026-05-01T08:00:00Z or Unix milliseconds`,
    );
    expect(status).toBe(2);
  });

  it.skipIf(!hasPage)('an incident that there is not is a plain error', () => {
    expect(render(projectFolder(), ['shop', '--incident', 'shop.erors'])).toEqual({
      status: 2,
      stdout: '',
      stderr: "error: --incident shop.erors: there is no such incident\n  did you mean 'shop.errors'?\n",
    });
  });

  it.skipIf(!hasPage)('a Chromium that there is not is a plain error', () => {
    expect(render(projectFolder(), [], { CHROME_PATH: '/nowhere/chromium' })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: CHROME_PATH names /nowhere/chromium, which cannot be run\n  correct it, or leave it unset\n',
    });
  });

  it.skipIf(!hasPage || !canBrowse)('draws every dashboard, and answers 1 when a panel failed (needs Chromium)', () => {
    const folder = projectFolder();
    const { status, stdout } = render(folder, ['--theme', 'both', '--width', '800']);
    expect(stdout).toBe(
      ['dark', 'light'].map((theme) => `pictures/shop.${theme}.png  1 of 2 panels drawn, 1 failed\n`).join(''),
    );
    expect(status).toBe(1);
    const [dark, light] = ['dark', 'light'].map((theme) => readFileSync(join(folder, `pictures/shop.${theme}.png`)));
    // Width and height stand after the signature and the name of the first part.
    expect(dark?.subarray(1, 4).toString()).toBe('PNG');
    expect(dark?.readUInt32BE(16)).toBe(1600);
    expect(dark?.equals(light ?? Buffer.alloc(0))).toBe(false);
  });

  it.skipIf(!hasPage || !canBrowse)('writes a document (needs Chromium)', () => {
    const folder = projectFolder();
    expect(
      render(folder, [
        'shop',
        '--format',
        'pdf',
        '--json',
        '--from',
        'now-1d/d',
        '--to',
        'now/d',
        '--incident',
        'shop.down',
      ]).stdout,
    ).toContain('"file": "pictures/shop.dark.pdf"');
    expect(readFileSync(join(folder, 'pictures/shop.dark.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
