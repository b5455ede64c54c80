import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, dashboard, grid, panel, panelQuery, promQuery } from '../fixtures/dashboards.ts';
import { canBrowse, counted, type Stage, stage } from './chromium.ts';

const SOURCE = 7001;
const REDUCED = { kind: 'Transformation', group: 'reduce', spec: { options: { reducers: ['max'] } } };
const ELEMENTS = {
  source: panel('timeseries', {
    id: SOURCE,
    title: 'Source',
    queries: [promQuery('sum by (code) (rate(http_requests_total[5m]))', { legendFormat: 'code {{code}}' })],
    transformations: [REDUCED],
  }),
  plain: panel('stat', { title: 'Plain', queries: [panelQuery(SOURCE)], defaults: { unit: 'reqps' } }),
  reduced: panel('table', { title: 'Reduced', queries: [panelQuery(SOURCE, { withTransforms: true })] }),
  lost: panel('stat', { title: 'Lost', queries: [panelQuery(4711)] }),
  itself: panel('stat', { id: 7002, title: 'Itself', queries: [panelQuery(7002)] }),
};
const row = (title: string, names: readonly string[], collapse: boolean) => ({
  kind: 'RowsLayoutRow',
  spec: { title, collapse, layout: grid(...names.map((name, i) => at(name, [i * 6, 0, 6, 6]))) },
});

describe.skipIf(!canBrowse)('the data of another panel in a browser', () => {
  let here: Stage;
  beforeAll(async () => {
    here = await stage({
      dashboards: [
        dashboard('others', ELEMENTS),
        dashboard('folded', ELEMENTS, {
          layout: {
            kind: 'RowsLayout',
            spec: {
              rows: [row('Open', ['plain', 'reduced', 'lost', 'itself'], false), row('Closed', ['source'], true)],
            },
          },
        }),
      ],
    });
  });
  afterAll(() => here.close());

  it('is asked once, and shown before or after what that panel does with it', async () => {
    here.server.calls.length = 0;
    const { page, errors } = await here.open('/d/others?drawAll');
    const text = (element: string): Promise<string> => page.locator(`[data-element="${element}"]`).innerText();
    for (const word of ['code 200', 'code 404', 'code 500', 'req/s']) expect(await text('plain')).toContain(word);
    for (const word of ['Field', 'Max', 'code 404']) expect(await text('reduced')).toContain(word);
    expect(here.server.calls.filter((call) => call.startsWith('query_range')).length).toBe(1);
    expect(await counted(page)).toMatchObject({ total: 5, failed: 2 });
    expect(errors).toEqual([]);
  });

  it('over time is what a chart needs: data without times says so', async () => {
    const { page, errors } = await here.open('/d/others?drawAll');
    expect(await page.locator('[data-element="source"]').innerText()).toContain('The data has no numbers over time');
    expect(errors).toEqual([]);
  });

  it('is asked where that panel is not to be seen, and is new with each refresh', async () => {
    const { page, errors } = await here.open('/d/folded');
    expect(await page.locator('[data-element="source"]').count()).toBe(0);
    expect(await page.locator('[data-element="plain"]').innerText()).toContain('code 500');
    here.server.calls.length = 0;
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await expect.poll(() => here.server.calls.filter((call) => call.startsWith('query_range')).length).toBe(1);
    expect(errors).toEqual([]);
  });

  it('of a panel that there is not, or of the panel itself, is an error', async () => {
    const { page } = await here.open('/d/folded');
    expect(await page.locator('[data-element="lost"]').innerText()).toContain('no panel 4711 in this dashboard');
    expect(await page.locator('[data-element="itself"]').innerText()).toContain('the data of itself');
  });
});
