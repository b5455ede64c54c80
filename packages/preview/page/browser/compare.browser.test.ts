import { compareResources, type QueryComparison, type Resource, sameText } from '@binnacle/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelChanges } from '../../src/compare/panel-changes.ts';
import { inV2 } from '../../src/project/in-v2.ts';
import type { ChangeOnPage, ComparedAnswer, ComparedDashboard } from '../../src/wire/compare.ts';
import { at, dashboard, grid, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, settled, type Stage, stage } from './chromium.ts';

const line = (title: string, expr: string) => panel('timeseries', { title, queries: [promQuery(expr)] });
const INSTANCES = queryVariable('instance', 'label_values(up, instance)', { multi: true, includeAll: true });
const rows = (...names: readonly string[]) => grid(...names.map((name, i) => at(name, [0, i * 10, 24, 10])));

const [same, below] = [line('Up', 'sum(up)'), line('Below', 'count(up)')];
const [wasRequests, isRequests] = [
  line('Requests', 'sum(rate(http_requests_total{instance=~"$instance"}[5m]))'),
  line('Requests', 'sum(rate(http_requests_total{instance=~"$instance"}[1m]))'),
];
const BEFORE = dashboard(
  'shop',
  { up: same, requests: wasRequests, gone: line('Gone', 'up'), below },
  {
    variables: [INSTANCES, queryVariable('old', 'label_values(up, job)')],
    layout: rows('up', 'requests', 'gone', 'below'),
  },
);
const AFTER = dashboard(
  'shop',
  { fresh: line('Fresh', 'max(up)'), up: same, requests: isRequests, below },
  { variables: [INSTANCES], layout: rows('fresh', 'up', 'requests', 'below') },
);
const OTHER = dashboard('other', { up: same });

const versionOf = (resource: Resource) => ({ resource, places: inV2(resource).places });
const openedAs = (resource: Resource) => ({ uid: 'shop', resource, findings: [], origins: {}, losses: [] });

function compared(before: Resource, after: Resource, queries: QueryComparison = sameText): ComparedDashboard {
  const differences = compareResources(before, after, queries);
  const { changes, pairs } = panelChanges(versionOf(before), versionOf(after), { differences, queries });
  const change: ChangeOnPage = {
    id: 'Dashboard/shop',
    kind: 'Dashboard',
    change: 'changed',
    title: 'shop',
    service: 'shop',
    team: 'retail',
    differences,
    reaches: [],
    rules: [],
    dashboard: { uid: 'shop', changed: 1, added: 1, removed: 1 },
  };
  return {
    uid: 'shop',
    with: 'base',
    name: 'main (abc)',
    before: openedAs(before),
    after: openedAs(after),
    change,
    panels: changes,
    pairs,
  };
}

const SHOP = compared(BEFORE, AFTER);
const RULES: ChangeOnPage = {
  id: 'PrometheusRule/shop',
  kind: 'PrometheusRule',
  change: 'changed',
  service: 'shop',
  team: 'retail',
  differences: [],
  reaches: ['reaches 1 panel: Requests'],
  rules: [
    {
      kind: 'alert',
      subject: 'alert ShopErrors',
      change: 'changed',
      said: [{ text: 'threshold 0.02 → 0.05', consequence: 'fires later', reach: 'pager' }],
      query: { label: 'Expression', before: 'errors > 0.02', after: 'errors > 0.05' },
    },
  ],
};
const DONE: ComparedAnswer = {
  state: 'done',
  comparison: {
    with: 'base',
    name: 'main (abc)',
    summary: '1 alert and 1 dashboard changed',
    notes: ['main has definitions that cannot be read'],
    changes: [RULES, ...(SHOP.change === undefined ? [] : [SHOP.change])],
  },
};
const FAILED: ComparedAnswer = {
  state: 'failed',
  message: 'nope: there is no such revision here',
  fix: 'name a branch',
};
const SERVICE = {
  name: 'shop',
  title: 'The shop',
  dependsOn: [],
  metrics: 3,
  links: [],
  findings: { errors: 0, warnings: 0 },
} as const;
const project = (started: boolean) => ({ compare: [{ with: 'base', started } as const], services: [SERVICE] });

describe.skipIf(!canBrowse)('comparing in a browser', () => {
  let open: Stage['open'];
  let server: Stage['server'];
  let close: Stage['close'];
  beforeAll(async () => {
    ({ open, server, close } = await stage({
      dashboards: [AFTER, OTHER],
      project: project(true),
      compared: { answer: DONE, dashboards: [SHOP] },
    }));
  });
  afterAll(() => close());

  it('says what changes, service by service, alerts with what follows and their expressions', async () => {
    const { page, errors } = await open('/compare');
    expect(await page.getByTestId('summary').textContent()).toBe('1 alert and 1 dashboard changed');
    const service = page.getByRole('region', { name: 'shop' });
    expect(await service.getByRole('heading', { level: 2 }).textContent()).toContain('retail');
    const rules = service.getByRole('article', { name: 'rules PrometheusRule/shop' });
    expect(await rules.textContent()).toContain('alert ShopErrorsthreshold 0.02 → 0.05fires later');
    await rules.getByText('Expression', { exact: true }).click();
    expect(await rules.locator('del').allTextContents()).toEqual(['0.02']);
    expect(await rules.locator('ins').allTextContents()).toEqual(['0.05']);
    expect(await page.getByRole('note').textContent()).toContain('cannot be read');
    await service.getByRole('link', { name: 'shop' }).click();
    await page.waitForURL('**/compare/shop?with=base*');
    expect(errors).toEqual([]);
  });

  it('shows both versions with changed panels marked, and one time range and one set of variables', async () => {
    const { page, errors } = await open('/compare/shop');
    const sides = { before: page.locator('[data-side=before]'), after: page.locator('[data-side=after]') };
    const marks = async (side: keyof typeof sides): Promise<unknown> =>
      sides[side]
        .locator('[data-change]')
        .evaluateAll((all) =>
          all.map((mark) => [mark.closest('[data-element]')?.getAttribute('data-element'), mark.textContent]),
        );
    expect(await marks('after')).toEqual([
      ['fresh', '+ Added'],
      ['requests', '~ Changed'],
    ]);
    await sides.before.locator('[data-element=gone]').scrollIntoViewIfNeeded();
    expect(await marks('before')).toEqual([
      ['requests', '~ Changed'],
      ['gone', '− Removed'],
    ]);
    // What only the old version has is chosen here too.
    expect(await page.getByRole('toolbar').getByText('old', { exact: true }).count()).toBe(1);

    const before = server.calls.length;
    await page.goto(`${server.url}/compare/shop?from=now-30m&var-instance=a:9100&drawAll`);
    await settled(page);
    const asked = server.calls.slice(before).filter((call) => call.includes('http_requests_total'));
    expect(
      asked.map((call) => decodeURIComponent(call)).filter((call) => call.includes('instance=~"a:9100"')),
    ).toHaveLength(2);
    const spans = asked.map((call) => {
      const search = new URLSearchParams(call.slice(call.indexOf('?')));
      return Math.round((Number(search.get('end')) - Number(search.get('start'))) / 600) * 10;
    });
    expect(spans).toEqual([30, 30]);
    expect(errors).toEqual([]);
  });

  it('follows a reload of the definitions, and keeps time and variables', async () => {
    const { page } = await open('/compare/shop?from=now-30m&to=now&var-instance=a:9100');
    const next = compared(BEFORE, dashboard('shop', { up: line('Up', 'max(up)') }, { variables: [INSTANCES] }));
    server.show({ compared: { answer: DONE, dashboards: [next] } });
    const marks = page.locator('[data-side=after] [data-change]');
    await expect.poll(() => marks.count()).toBe(1);
    expect(await marks.evaluate((mark) => mark.closest('[data-element]')?.getAttribute('data-element'))).toBe('up');
    expect(page.url()).toContain('from=now-30m');
    expect(page.url()).toContain('var-instance=a:9100');
    expect(await page.getByRole('toolbar').textContent()).toContain('Last 30 minutes');
    server.show({ compared: { answer: DONE, dashboards: [SHOP] } });
  });

  it('what both versions have is level wherever one scrolls', async () => {
    const { page } = await open('/compare/shop?drawAll');
    const top = (side: string, element: string): Promise<number> =>
      page
        .locator(`[data-side=${side}] [data-element=${element}]`)
        .evaluate((cell) => cell.getBoundingClientRect().top);
    expect(await top('after', 'up')).toBeGreaterThan((await top('before', 'up')) + 300);
    await page.evaluate(() => {
      const up = document.querySelector('[data-side=after] [data-element=up]');
      scrollTo(0, (up?.getBoundingClientRect().top ?? 0) + scrollY - 155);
    });
    await expect.poll(async () => Math.abs((await top('after', 'up')) - (await top('before', 'up')))).toBeLessThan(12);
    expect(Math.abs((await top('after', 'requests')) - (await top('before', 'requests')))).toBeLessThan(12);
  });

  it('a mark opens what is said of its panel, with both queries, and the address keeps it', async () => {
    const { page } = await open('/compare/shop');
    await page.locator('[data-side=after]').getByRole('button', { name: 'changed: Requests; what differs' }).click();
    const drawer = page.getByTestId('panel-change');
    await drawer.waitFor();
    expect(await drawer.textContent()).toContain('~ Changed');
    expect(await drawer.locator('del').allTextContents()).toEqual(['5m']);
    expect(await drawer.locator('ins').allTextContents()).toEqual(['1m']);
    expect(page.url()).toContain('change=after.requests');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('change=');
  });

  it('lists everything that differs, beside panels too', async () => {
    const { page } = await open('/compare/shop');
    await page.getByRole('button', { name: /1 panel changed/ }).click();
    const list = page.getByRole('listitem');
    await expect.poll(async () => (await list.allTextContents()).join('\n')).toContain('variable old');
    await page.getByRole('button', { name: 'Gone', exact: true }).click();
    await expect.poll(() => page.url()).toContain('change=before.gone');
  });

  it('shows nothing that is only there to be used when it is drawn for a picture', async () => {
    const { page } = await open('/compare/shop?view=both&drawAll');
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(/puts one version|Dim what|Dashboards|What changes|alone/);
    expect(await page.getByRole('button', { name: /theme$/ }).count()).toBe(0);
    // What differs is there to be read.
    expect(text).toContain('variable old');
    const { page: other } = await open('/compare/shop');
    expect(await other.locator('body').innerText()).toMatch(/Dim what/);
    expect(await other.getByRole('button', { name: /theme$/ }).count()).toBe(1);
  });

  it('dims what is the same', async () => {
    const { page } = await open('/compare/shop');
    const opacity = (element: string): Promise<string> =>
      page.locator(`[data-side=after] [data-element=${element}]`).evaluate((cell) => getComputedStyle(cell).opacity);
    expect(await opacity('up')).toBe('1');
    await page.getByText('Dim what is the same').click();
    expect([await opacity('up'), await opacity('requests')]).toEqual(['0.3', '1']);
  });

  it('the key x puts one version in place of the other', async () => {
    const { page } = await open('/compare/shop');
    const sides = page.locator('[data-side]');
    expect(await sides.count()).toBe(2);
    await page.keyboard.press('x');
    await expect
      .poll(() => sides.evaluateAll((all) => all.map((side) => side.getAttribute('data-side'))))
      .toEqual(['after']);
    await page.keyboard.press('x');
    await expect
      .poll(() => sides.evaluateAll((all) => all.map((side) => side.getAttribute('data-side'))))
      .toEqual(['before']);
    expect(page.url()).toContain('view=before');
  });

  it('on a phone one version is shown, and a swipe goes to the other', async () => {
    const { page } = await open('/compare/shop', { width: 390, height: 844 });
    const shown = (): Promise<unknown> =>
      page.locator('[data-side]').evaluateAll((all) => all.map((side) => side.getAttribute('data-side')));
    expect(await shown()).toEqual(['after']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const swipe = (from: number, to: number): Promise<void> =>
      page.getByTestId('sides').evaluate(
        (sides, [first, last]) => {
          const touch = (x: number): Touch => new Touch({ identifier: 1, target: sides, clientX: x, clientY: 300 });
          const event = (type: string, x: number): TouchEvent =>
            new TouchEvent(type, {
              bubbles: true,
              touches: type === 'touchstart' ? [touch(x)] : [],
              changedTouches: [touch(x)],
            });
          sides.dispatchEvent(event('touchstart', first));
          sides.dispatchEvent(event('touchend', last));
        },
        [from, to] as const,
      );
    await swipe(50, 300);
    await expect.poll(shown).toEqual(['before']);
    await swipe(50, 70);
    await swipe(300, 50);
    await expect.poll(shown).toEqual(['after']);
  });

  it('changed dashboards and services say so on the home page and in their head', async () => {
    const { page } = await open('/');
    await page.getByRole('link', { name: '2 changes' }).waitFor();
    expect(await page.getByTestId('changed-dashboard').count()).toBe(1);
    expect(await page.getByRole('link', { name: '1 alert changed' }).getAttribute('href')).toContain('#service-shop');
    await page.goto(`${server.url}/d/shop`);
    const link = page.getByRole('link', { name: 'Changed: 1 panel changed, 1 added, 1 removed' });
    expect(await link.getAttribute('href')).toBe('/compare/shop?with=base');
    await link.click();
    // The page adds its variables to the address as soon as it is there.
    await page.waitForURL((url) => url.pathname === '/compare/shop' && url.searchParams.get('with') === 'base');
    await page.goto(`${server.url}/d/other`);
    await settled(page);
    expect(await page.getByTestId('changed-dashboard').count()).toBe(0);
  });
});

describe.skipIf(!canBrowse)('comparing that was not asked for, or cannot be', () => {
  let open: Stage['open'];
  let server: Stage['server'];
  let close: Stage['close'];
  beforeAll(async () => {
    ({ open, server, close } = await stage({
      dashboards: [OTHER],
      project: project(false),
      compared: { answer: FAILED },
    }));
  });
  afterAll(() => close());

  it('begins when somebody wants it, says why it cannot be, and tries again', async () => {
    const { page, errors } = await open('/');
    expect(server.calls.filter((call) => call.startsWith('compare'))).toEqual([]);
    await page.getByRole('link', { name: 'Compare with base' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('nope: there is no such revision here');
    server.show({ compared: { answer: DONE, dashboards: [SHOP] } });
    await page.getByTestId('summary').waitFor();
    server.show({ compared: { answer: FAILED } });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => server.calls.at(-1)).toBe('compare?with=base&again=');
    expect(errors).toEqual([]);
  });

  it('a dashboard that neither version has, and nothing to compare with', async () => {
    server.show({ compared: { answer: DONE } });
    const { page } = await open('/compare/none');
    expect(await page.getByText('There is no such dashboard').count()).toBe(1);
    server.show({ project: {} });
    const { page: bare } = await open('/compare');
    expect(await bare.getByText('There is nothing to compare with').count()).toBe(1);
  });
});
