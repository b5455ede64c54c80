import { type Resource, sameText } from '@binnacle/model';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Compared, Comparer } from '../compare/comparison.ts';
import { sampleData } from '../data/sample.ts';
import { NOON } from '../fixtures/shop.ts';
import { CLASSIC, DASHBOARD, STATE } from '../fixtures/state.ts';
import { type Preview, serve } from './serve.ts';

const page = mkdtempSync(join(tmpdir(), 'binnacle-compare-'));
const running: Preview[] = [];

beforeAll(() => writeFileSync(join(page, 'index.html'), '<title>Binnacle</title>'));
afterAll(() => rmSync(page, { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((preview) => preview.close()));
});

const OLD: Resource = { ...DASHBOARD, spec: { ...Object(DASHBOARD.spec), title: 'Old shop' } };
const GONE: Resource = { ...DASHBOARD, metadata: { name: 'gone' } };
const DONE: Compared = {
  state: 'done',
  comparison: {
    name: 'main (abc)',
    notes: [],
    resources: [OLD, GONE, CLASSIC],
    changes: [
      {
        id: 'Dashboard/shop',
        verdict: 'update',
        before: OLD,
        after: DASHBOARD,
        title: 'Shop',
        differences: [{ path: '/spec', change: 'changed', text: 'title Old shop → Shop', reach: 'appearance' }],
        reaches: [],
      },
      { id: 'Dashboard/gone', verdict: 'delete', before: GONE, differences: [], reaches: [] },
    ],
  },
};

async function served(compared: Compared): Promise<(path: string) => Promise<{ status: number; body: unknown }>> {
  const comparer: Comparer = {
    with: 'base',
    eager: false,
    queries: sameText,
    compare: () => Promise.resolve(compared),
  };
  const preview = await serve(STATE, {
    page,
    data: sampleData({ seed: 1, now: () => NOON }),
    port: 0,
    comparers: [comparer],
  });
  running.push(preview);
  return async (path) => {
    const response = await fetch(new URL(path, preview.url));
    return { status: response.status, body: await response.json() };
  };
}

describe('what is compared with', () => {
  it('is offered with the project, and begun when it is asked for', async () => {
    const ask = await served(DONE);
    expect((await ask('api/project')).body).toMatchObject({ compare: [{ with: 'base', started: false }] });
    expect((await ask('api/compare?with=base')).body).toMatchObject({
      state: 'done',
      comparison: {
        with: 'base',
        name: 'main (abc)',
        summary: '1 dashboard changed; 1 dashboard removed',
        changes: [
          { id: 'Dashboard/shop', change: 'changed', dashboard: { uid: 'shop', changed: 0 } },
          { id: 'Dashboard/gone', change: 'removed', dashboard: { uid: 'gone', removed: 1 } },
        ],
      },
    });
    expect((await ask('api/project')).body).toMatchObject({ compare: [{ with: 'base', started: true }] });
  });

  it('that there is not is not found', async () => {
    const ask = await served(DONE);
    expect(await ask('api/compare?with=live')).toEqual({
      status: 404,
      body: { status: 'error', error: 'there is nothing called "live" to compare with here' },
    });
  });

  it('that cannot be read says why, and does not fail', async () => {
    const failed: Compared = { state: 'failed', message: 'the project is in no git repository', fix: 'run `git init`' };
    const ask = await served(failed);
    expect(await ask('api/compare')).toEqual({ status: 200, body: failed });
    expect(await ask('api/compare/dashboards/shop')).toEqual({
      status: 409,
      body: { status: 'error', error: 'the project is in no git repository; run `git init`' },
    });
  });
});

describe('both versions of a dashboard', () => {
  it('that changed', async () => {
    const ask = await served(DONE);
    expect((await ask('api/compare/dashboards/shop?with=base')).body).toMatchObject({
      uid: 'shop',
      name: 'main (abc)',
      before: { resource: { spec: { title: 'Old shop' } }, origins: {} },
      after: { resource: { spec: { title: 'Shop' } }, origins: { requests: 'dashboards/shop.ts:7' } },
      change: { change: 'changed' },
      pairs: [['requests', 'requests']],
    });
  });

  it('that is gone has one', async () => {
    const { body } = await (await served(DONE))('api/compare/dashboards/gone');
    expect(body).toMatchObject({ before: { uid: 'gone' }, panels: [{ change: 'removed', title: 'Requests' }] });
    expect(body).not.toHaveProperty('after');
  });

  it('that is the same has no change, and every panel is paired', async () => {
    const { body } = await (await served(DONE))('api/compare/dashboards/old');
    expect(body).toMatchObject({ before: { uid: 'old' }, after: { uid: 'old' }, panels: [] });
    expect(body).not.toHaveProperty('change');
    expect((body as { pairs: unknown[] }).pairs).toHaveLength(1);
  });

  it('that nobody has is not found', async () => {
    expect((await (await served(DONE))('api/compare/dashboards/none')).status).toBe(404);
  });

  it('the other one by itself', async () => {
    const ask = await served(DONE);
    expect((await ask('api/dashboards/shop?side=base')).body).toMatchObject({
      resource: { spec: { title: 'Old shop' } },
    });
    expect(await ask('api/dashboards/none?side=base')).toEqual({
      status: 404,
      body: { status: 'error', error: 'main (abc) has no dashboard "none"' },
    });
  });
});
