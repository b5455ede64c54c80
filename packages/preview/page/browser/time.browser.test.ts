import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dashboard, panel, promQuery } from '../fixtures/dashboards.ts';
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
          },
          { annotations: [ANNOTATION], links: LINKS, tags: ['shop'] },
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

  it('links take the time along, lead to dashboards of a tag, and never run code', async () => {
    const { page, errors } = await here.open('/d/time?from=now-2h&to=now');
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    expect(await href('Runbook')).toMatch(/^https:\/\/example\.com\/\d{13}\?from=now-2h&to=now/);
    expect(await href('Evil')).not.toContain('javascript:');
    expect(
      await page
        .getByRole('navigation', { name: 'Links of the dashboard' })
        .getByRole('link', { name: 'time' })
        .getAttribute('href'),
    ).toMatch(/^\/d\/time\?from=now-2h&to=now/);
    expect(errors).toEqual([]);
  });
});
