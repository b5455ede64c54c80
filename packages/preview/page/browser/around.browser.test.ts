import type { Diagnostic } from '@binnacle/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboard, panel, promQuery } from '../fixtures/dashboards.ts';
import { canBrowse, settled, type Stage, stage } from './chromium.ts';

const board = (title: string, more: object = {}) =>
  dashboard(
    'shop',
    {
      share: panel('timeseries', {
        title,
        queries: [
          promQuery(
            'sum(rate(http_requests_total{code=~"5.."}[$__rate_interval])) / sum(rate(http_requests_total[$__rate_interval]))',
          ),
        ],
      }),
      text: panel('text', { title: 'Text', options: { content: 'hello' } }),
    },
    { title: 'Shop', ...more },
  );

const FINDING: Diagnostic = {
  rule: 'panel/unit',
  severity: 'warning',
  message: 'the panel has no unit',
  path: '/spec/elements/share/spec',
  fix: "write unit: 'percentunit'",
  origin: { file: 'dashboards/shop.ts', line: 12, column: 3 },
};

const NONE = { errors: 0, warnings: 0 };
const INCIDENTS = { kinds: [{ kind: 'slow', title: 'the database is slow' }], services: ['shop'], on: [] };
const PROJECT = {
  name: 'Corner shop',
  data: { kind: 'sample' as const, seed: 7, incidents: INCIDENTS },
  services: [
    {
      name: 'shop',
      title: 'Shop',
      owner: 'sales',
      tier: '1',
      dependsOn: ['db'],
      metrics: 2,
      links: [{ title: 'Runbook', url: 'https://example.com/run', type: 'runbook' }],
      findings: { errors: 0, warnings: 1 },
    },
    { name: 'db', title: 'Database', owner: 'platform', dependsOn: [], metrics: 1, links: [], findings: NONE },
  ],
  dashboards: [
    { uid: 'shop', title: 'Shop', service: 'shop', tags: ['slo'], panels: 2, findings: { errors: 0, warnings: 1 } },
    { uid: 'db', title: 'Database', service: 'db', tags: [], panels: 1, findings: NONE },
  ],
};

describe.skipIf(!canBrowse)('around the dashboards in a browser', () => {
  let here: Stage;
  beforeAll(async () => {
    here = await stage({
      dashboards: [
        board('Error share'),
        dashboard('db', { up: panel('stat', { title: 'Up', queries: [promQuery('sum(up)')] }) }),
      ],
      project: PROJECT,
      opened: { findings: [FINDING], origins: { share: 'dashboards/shop.ts:12' } },
    });
  });
  afterAll(() => here.close());

  it('the home page lists services with what is known of them, and their dashboards', async () => {
    const { page, errors } = await here.open('/');
    const shop = await page.getByRole('region', { name: 'Shop' }).innerText();
    for (const word of [
      'sales · tier 1',
      'depends on db',
      '2 metrics',
      'In the graph',
      'Runbook',
      '1 warning',
      '2 panels',
    ])
      expect(shop).toContain(word);
    expect(await page.title()).toBe('Corner shop · Binnacle preview');
    expect(errors).toEqual([]);
  });

  it('the search is reached with /, its finds with the arrows, and opened with Enter', async () => {
    const { page, errors } = await here.open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('platform');
    expect(await page.getByRole('region').count()).toBe(1);
    expect(page.url()).toContain('q=platform');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Database');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/d\/db/);
    await settled(page);
    expect(errors).toEqual([]);
  });

  it('nothing found is said', async () => {
    const { page } = await here.open('/?q=nowhere');
    expect(await page.getByText('Nothing fits “nowhere”').isVisible()).toBe(true);
  });

  it('samples say that they are samples on every page', async () => {
    for (const path of ['/', '/d/shop']) {
      const { page } = await here.open(path);
      expect(await page.getByTestId('sample-badge').innerText()).toBe('SAMPLE DATA');
    }
  });

  it('recorded samples are shown over the time they cover, and say which file they are from', async () => {
    const [from, to] = [Date.parse('2026-03-01T08:00:00Z'), Date.parse('2026-03-01T09:30:00Z')];
    here.server.show({ project: { ...PROJECT, data: { kind: 'recorded', file: 'outage.om', from, to } } });
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/shop');
    expect(await page.getByText('recorded: outage.om').count()).toBe(1);
    expect(await page.getByTestId('sample-badge').count()).toBe(0);
    const [call = ''] = here.server.calls.filter((one) => one.startsWith('query_range'));
    const asked = new URLSearchParams(call.slice('query_range?'.length));
    expect(Math.abs(Number(asked.get('start')) - from / 1000)).toBeLessThanOrEqual(60);
    expect(Math.abs(Number(asked.get('end')) - to / 1000)).toBeLessThanOrEqual(60);
    const { page: later } = await here.open('/d/shop?from=now-15m&to=now');
    expect(await later.getByTestId('data-testid TimePicker Open Button').innerText()).toContain('Last 15 minutes');
    here.server.show({ project: PROJECT });
    expect(errors).toEqual([]);
  });

  it('live data says which server it is from', async () => {
    here.server.show({ project: { ...PROJECT, data: { kind: 'live', url: 'https://prometheus.example.com' } } });
    const { page, errors } = await here.open('/d/shop');
    expect(await page.getByText('live: https://prometheus.example.com').count()).toBe(1);
    expect(await page.getByTestId('sample-badge').count()).toBe(0);
    here.server.show({ project: PROJECT });
    expect(errors).toEqual([]);
  });

  it('findings stand beside the panel they are about, and above the dashboard', async () => {
    const { page, errors } = await here.open('/d/shop');
    const mark = page.locator('[data-element="share"]').getByTestId('panel-findings');
    await mark.hover();
    await page.getByText('the panel has no unit').first().waitFor();
    await page.getByText('dashboards/shop.ts:12').first().waitFor();
    expect(await page.locator('[data-element="text"]').getByTestId('panel-findings').count()).toBe(0);
    expect(await page.getByText('1 findings about this dashboard').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('the inspector lays the query out, and shows data and definition; the URL keeps that it is open', async () => {
    const { page, errors } = await here.open('/d/shop');
    await page.locator('[data-element="share"]').hover();
    await page.getByTestId('data-testid Panel menu Error share').click();
    await page.getByRole('menuitem', { name: 'Inspect' }).click();
    const inspector = page.getByTestId('inspector');
    await inspector.waitFor();
    const query = await inspector.getByTestId('query').first().innerText();
    expect(query.split('\n').length).toBeGreaterThan(1);
    expect(query).toContain('$__rate_interval');
    expect(await inspector.getByTestId('query').nth(1).innerText()).toContain('[1m]');
    expect(await inspector.innerText()).toContain('dashboards/shop.ts:12');
    await page.getByRole('tab', { name: 'Data' }).click();
    expect(await inspector.getByRole('row').count()).toBeGreaterThan(50);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy CSV' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^"?Time"?,/);
    await page.getByRole('tab', { name: 'JSON' }).click();
    expect(await inspector.innerText()).toContain('"vizConfig"');
    await page.reload();
    await page.getByTestId('inspector').waitFor();
    expect(errors).toEqual([]);
  });

  it('an incident that is switched on asks for the data again', async () => {
    const { page, errors } = await here.open('/d/shop?var-x=1');
    await page.getByRole('button', { name: 'Incidents' }).click();
    here.server.calls.length = 0;
    await page.getByRole('menuitemcheckbox', { name: 'Shop: the database is slow' }).click();
    await page.getByRole('button', { name: 'Incidents: 1 on' }).waitFor();
    await expect.poll(() => here.server.calls.some((call) => call.startsWith('query_range'))).toBe(true);
    expect(errors).toEqual([]);
  });

  it('a thousand services are listed as one gets to them, and found at once', async () => {
    const services = Array.from({ length: 1000 }, (_, i) => ({
      name: `s${i}`,
      title: `Service ${i}`,
      dependsOn: [],
      metrics: 0,
      links: [],
      findings: NONE,
    }));
    const dashboards = services.map(({ name, title }) => ({
      uid: name,
      title,
      service: name,
      tags: [],
      panels: 1,
      findings: NONE,
    }));
    const many = await stage({ dashboards: [], project: { services, dashboards } });
    const { page, errors } = await many.open('/');
    const entries = page.locator('a[data-entry]');
    const before = await entries.count();
    expect(before).toBeLessThan(200);
    await page.locator('a[data-entry="s59"]').scrollIntoViewIfNeeded();
    await expect.poll(() => entries.count()).toBeGreaterThan(before);
    await page.getByRole('searchbox').fill('service 987');
    await expect.poll(() => entries.count()).toBe(1);
    expect(errors).toEqual([]);
    await many.close();
  });

  it('a reload shows the new definition and keeps the time range', async () => {
    const { page, errors } = await here.open('/d/shop?from=now-2h&to=now');
    here.server.show({ dashboards: [board('Failed requests')] });
    await page.getByText('Failed requests').waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('from')).toBe('now-2h');
    expect(errors).toEqual([]);
  });

  it('definitions that do not load say why over the last good page, until they load again', async () => {
    const { page, errors } = await here.open('/d/shop');
    here.server.send({
      type: 'broken',
      findings: [
        {
          rule: 'load/module',
          severity: 'error',
          message: 'Cannot find name gauge',
          origin: { file: 'dashboards/shop.ts', line: 3, column: 1 },
        },
      ],
    });
    const overlay = page.getByTestId('broken-overlay');
    await overlay.waitFor();
    expect(await overlay.innerText()).toContain('Cannot find name gauge');
    expect(await overlay.innerText()).toContain('dashboards/shop.ts:3');
    expect(await page.locator('[data-element="share"]').count()).toBe(1);
    here.server.show({});
    await overlay.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it('the theme follows the system, and the switch, which the next page remembers', async () => {
    const { page, errors } = await here.open('/d/shop', { light: true });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await expect.poll(background).not.toBe(light);
    await settled(page);
    await page.reload();
    await settled(page);
    expect(await background()).not.toBe(light);
    // Whoever is sent the address sees the same.
    const { page: sent } = await here.open(new URL(page.url()).pathname + new URL(page.url()).search, { light: true });
    expect(await sent.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light);
    expect(errors).toEqual([]);
  });

  it('has the icons of what waits, which Grafana’s library asks for and leaves out', async () => {
    for (const icon of ['spinner', 'sync-slash', 'angle-double-left']) {
      const answer = await fetch(`${here.server.url}/public/build/img/icons/unicons/${icon}.svg`);
      expect([icon, answer.status]).toEqual([icon, 200]);
    }
  });

  it('asks for nothing but its own server', async () => {
    const { page } = await here.open('/');
    const others: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(here.server.url)) others.push(request.url());
    });
    await page.goto(`${here.server.url}/d/shop`);
    await settled(page);
    expect(others).toEqual([]);
  });

  it('a Grafana beside it shows the same dashboard at the same time', async () => {
    const { page: alone } = await here.open('/d/shop');
    expect(await alone.getByRole('link', { name: 'Open in Grafana' }).count()).toBe(0);
    here.server.show({ project: { ...PROJECT, grafana: 'http://127.0.0.1:9/grafana/' } });
    const { page } = await here.open('/d/shop?from=now-3h&to=now');
    const link = page.getByRole('link', { name: 'Open in Grafana' });
    expect(await link.getAttribute('href')).toBe(
      'http://127.0.0.1:9/grafana/d/shop?from=now-3h&to=now&timezone=browser',
    );
    here.server.show({ project: PROJECT });
  });

  it('a dashboard that is not there says so', async () => {
    const { page } = await here.open('/d/nothing');
    expect(await page.getByText('There is no such dashboard').isVisible()).toBe(true);
    expect(await page.getByText('no dashboard nothing').isVisible()).toBe(true);
  });
});
