import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customVariable, dashboard, panel, promQuery } from '../fixtures/dashboards.ts';
import { canBrowse, settled, type Stage, stage } from './chromium.ts';

const lines = (title: string, more: object = {}) =>
  panel('timeseries', {
    title,
    queries: [promQuery('sum by (code) (rate(http_requests_total[$__rate_interval]))', { legendFormat: '{{code}}' })],
    options: {
      tooltip: { mode: 'multi', sort: 'desc' },
      legend: { showLegend: true, displayMode: 'list', placement: 'bottom', calcs: [] },
    },
    ...more,
  });

const ANNOTATION = {
  kind: 'AnnotationQuery',
  spec: {
    name: 'Busy',
    enable: true,
    hide: false,
    iconColor: 'red',
    legacyOptions: { titleFormat: 'busy {{queue}}', textFormat: 'too many', tagKeys: 'queue' },
    query: promQuery('queue_depth{queue="billing"} > 15'),
  },
};

const EVERY = {
  ...ANNOTATION,
  spec: {
    ...ANNOTATION.spec,
    name: 'Mail',
    legacyOptions: { titleFormat: 'mail {{queue}}', textFormat: '', tagKeys: '' },
    query: promQuery('queue_depth{queue="mail"} > 0'),
  },
};

const QUEUE = customVariable('queue', ['mail', 'billing']);

const LINKS = [
  {
    title: 'Runbook',
    type: 'link',
    url: 'https://example.com/$__from',
    icon: 'bolt',
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank: true,
    includeVars: false,
    keepTime: true,
  },
  {
    title: 'Evil',
    type: 'link',
    url: 'javascript:alert(1)',
    icon: 'bolt',
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank: false,
    includeVars: false,
    keepTime: false,
  },
  {
    title: 'Others',
    type: 'dashboards',
    icon: '',
    tooltip: '',
    tags: ['shop'],
    asDropdown: false,
    targetBlank: false,
    includeVars: false,
    keepTime: true,
  },
  {
    title: 'More of the shop',
    type: 'dashboards',
    icon: '',
    tooltip: '',
    tags: ['shop'],
    asDropdown: true,
    targetBlank: false,
    includeVars: false,
    keepTime: true,
  },
  {
    title: 'Of $queue',
    type: 'link',
    url: 'https://example.com/${queue}',
    icon: 'doc',
    tooltip: '',
    tags: [],
    asDropdown: false,
    targetBlank: false,
    includeVars: true,
    keepTime: false,
  },
];

function ranges(calls: readonly string[]): readonly number[] {
  return calls
    .filter((call) => call.startsWith('query_range'))
    .map((call) => new URLSearchParams(call.slice('query_range?'.length)))
    .map((search) => Number(search.get('end')) - Number(search.get('start')));
}

async function over(page: Page, element: string) {
  const box = await page.locator(`[data-element="${element}"] .u-over`).boundingBox();
  if (box === null) throw new Error(`${element} has no chart`);
  return box;
}

describe.skipIf(!canBrowse)('time in a browser', () => {
  let here: Stage;
  beforeAll(async () => {
    here = await stage({
      dashboards: [
        dashboard(
          'time',
          {
            a: lines('A', {
              defaults: {
                links: [
                  {
                    title: 'Look up ${__field.labels.code}',
                    url: 'https://example.com/?code=${__field.labels.code}',
                    targetBlank: true,
                  },
                ],
              },
            }),
            b: lines('B'),
            own: lines('Own', { queryOptions: { timeFrom: '10m' } }),
            before: lines('Before', {
              queryOptions: { timeShift: '1d' },
              links: [{ title: 'Queue', url: 'https://example.com/panel/${queue}' }],
            }),
          },
          { annotations: [ANNOTATION, EVERY], links: LINKS, tags: ['shop'], variables: [QUEUE] },
        ),
        dashboard(
          'often',
          { a: lines('A') },
          { timeSettings: { from: 'now-1h', to: 'now', autoRefresh: '1s', autoRefreshIntervals: ['1s', '1m'] } },
        ),
      ],
    });
  });
  afterAll(() => here.close());

  it('range: the picker changes it, the URL keeps it, a panel may have its own', async () => {
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/time?from=now-3h&to=now');
    const asked = ranges(here.server.calls);
    expect(asked.some((seconds) => Math.abs(seconds - 3 * 3600) <= 60)).toBe(true);
    expect(asked.some((seconds) => Math.abs(seconds - 600) <= 60)).toBe(true);
    await page.getByTestId('data-testid TimePicker Open Button').click();
    await page.getByText('Last 30 minutes').click();
    await page.waitForFunction(() => location.search.includes('from=now-30m'));
    await settled(page);
    expect(errors).toEqual([]);
  });

  it('range: a panel of another time says so, and follows when an absolute time is chosen', async () => {
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/time?from=now-3h&to=now');
    const header = (element: string): Promise<string> =>
      page.locator(`[data-element="${element}"] [data-testid="data-testid header-container"]`).innerText();
    expect(await header('own')).toContain('Last 10 minutes');
    expect(await header('before')).toContain('timeshift -1d');
    expect(await header('a')).not.toContain('timeshift');
    const ends = here.server.calls
      .filter((call) => call.startsWith('query_range'))
      .map((call) => Number(new URLSearchParams(call.slice('query_range?'.length)).get('end')));
    const day = (seconds: number): boolean => Math.abs(Math.max(...ends) - seconds - 86_400) <= 120;
    expect(ends.filter(day).length).toBe(1);
    here.server.calls.length = 0;
    const to = Date.now() - 1_800_000;
    const { page: fixed } = await here.open(`/d/time?from=${to - 1_200_000}&to=${to}`);
    expect(ranges(here.server.calls).every((seconds) => Math.abs(seconds - 1200) <= 60)).toBe(true);
    expect(await fixed.locator('[data-element="own"]').innerText()).not.toContain('Last 10 minutes');
    expect(errors).toEqual([]);
  });

  it('refresh: the button asks all queries again', async () => {
    const { page, errors } = await here.open('/d/time');
    here.server.calls.length = 0;
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await expect.poll(() => ranges(here.server.calls).length).toBeGreaterThanOrEqual(3);
    expect(errors).toEqual([]);
  });

  it('dragging over a chart zooms into it', async () => {
    const { page, errors } = await here.open('/d/time');
    const { x, y, width, height } = await over(page, 'a');
    await page.mouse.move(x + width * 0.25, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => /from=\d{4}-/.test(location.search));
    const search = new URL(page.url()).searchParams;
    const span = Date.parse(search.get('to') ?? '') - Date.parse(search.get('from') ?? '');
    expect(span).toBeGreaterThan(12 * 60_000);
    expect(span).toBeLessThan(18 * 60_000);
    expect(errors).toEqual([]);
  });

  it('the crosshair of one chart is in the others, and its tooltip has all series, largest first', async () => {
    const { page, errors } = await here.open('/d/time');
    const { x, y, width, height } = await over(page, 'a');
    await page.mouse.move(x + width * 0.4, y + height / 2);
    await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 });
    const cursor = page.locator('[data-element="b"] .u-cursor-x');
    await expect.poll(() => cursor.evaluate((line) => line.style.transform)).toMatch(/translate\((?!-10px)[1-9]/);
    const header = page.getByText(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/);
    await header.waitFor();
    const shown = await header.locator('xpath=ancestor::div[contains(., "404")][1]').innerText();
    expect(shown.indexOf('200')).toBeLessThan(shown.indexOf('404'));
    expect(shown.indexOf('404')).toBeLessThan(shown.indexOf('500'));
    expect(errors).toEqual([]);
  });

  it('a click on a legend leaves one series, another brings all back', async () => {
    const { page, errors } = await here.open('/d/time');
    const cell = page.locator('[data-element="b"]');
    const drawn = (): Promise<string> =>
      cell.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const all = await drawn();
    await cell.getByText('404').click();
    await expect.poll(drawn).not.toBe(all);
    await cell.getByText('404').click();
    await expect.poll(drawn).toBe(all);
    expect(errors).toEqual([]);
  });

  it('events are marked with what they say', async () => {
    const { page, errors } = await here.open('/d/time?from=now-6h&to=now');
    const mark = page
      .locator('[data-element="a"]')
      .getByRole('button', { name: /^busy billing/ })
      .last();
    await mark.hover();
    await page.getByText('too many').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('events of each kind have their own switch', async () => {
    const { page, errors } = await here.open('/d/time?from=now-6h&to=now');
    const marks = (name: RegExp): Promise<number> =>
      page.locator('[data-element="a"]').getByRole('button', { name }).count();
    expect(await marks(/^busy/)).toBeGreaterThan(0);
    expect(await marks(/^mail/)).toBeGreaterThan(0);
    // What is clicked is the picture of the switch, which lies over it.
    await page.getByRole('toolbar').getByLabel('Mail', { exact: true }).click({ force: true });
    await expect.poll(() => marks(/^mail/)).toBe(0);
    expect(await marks(/^busy/)).toBeGreaterThan(0);
    expect(await page.getByText('Data layers').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('refresh: by itself, as often as is chosen', async () => {
    const { page, errors } = await here.open('/d/often');
    here.server.calls.length = 0;
    await expect.poll(() => ranges(here.server.calls).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a click on a chart holds its tooltip, with the data links of the series', async () => {
    const { page, errors } = await here.open('/d/time');
    const { x, y, width, height } = await over(page, 'a');
    const link = page.getByRole('link', { name: /^Look up/ });
    // Links are those of the series next to the cursor: 500s have the lowest line.
    const [left, top] = [x + width * 0.5, y + height * 0.98];
    await page.mouse.move(left - 40, top);
    await page.mouse.move(left, top, { steps: 4 });
    await page.getByText(/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/).waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await link.waitFor();
    expect(await link.innerText()).toBe('Look up 500');
    expect(await link.getAttribute('href')).toBe('https://example.com/?code=500');
    expect(errors).toEqual([]);
  });

  it('links change with the variables that stand in them', async () => {
    const { page, errors } = await here.open('/d/time');
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    expect(await href('Of mail')).toBe('https://example.com/mail?var-queue=mail');
    expect(await href('Queue')).toBe('https://example.com/panel/mail');
    await page.getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'billing' }).click();
    await expect.poll(() => href('Of billing')).toBe('https://example.com/billing?var-queue=billing');
    await expect.poll(() => href('Queue')).toBe('https://example.com/panel/billing');
    expect(errors).toEqual([]);
  });

  it('links to dashboards of a tag may be a menu', async () => {
    const { page, errors } = await here.open('/d/time?from=now-2h&to=now');
    await page.getByRole('button', { name: 'More of the shop' }).click();
    const item = page.getByRole('menuitem', { name: 'time' });
    expect(await item.getAttribute('href')).toMatch(/^\/d\/time\?from=now-2h&to=now/);
    expect(errors).toEqual([]);
  });

  it('links take the time along, lead to dashboards of a tag, and never run code', async () => {
    const { page, errors } = await here.open('/d/time?from=now-2h&to=now');
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    expect(await href('Runbook')).toMatch(/^https:\/\/example\.com\/\d{13}\?from=now-2h&to=now/);
    expect(await href('Evil')).not.toContain('javascript:');
    expect(
      await page
        .getByRole('navigation', { name: 'Links of the dashboard' })
        .getByRole('link', { name: 'time', exact: true })
        .getAttribute('href'),
    ).toMatch(/^\/d\/time\?from=now-2h&to=now/);
    expect(errors).toEqual([]);
  });
});
