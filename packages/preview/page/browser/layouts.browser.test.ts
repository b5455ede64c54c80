import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, customVariable, dashboard, grid, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
import { canBrowse, counted, settled, type Stage, stage } from './chromium.ts';

const stat = (title: string, expr = 'sum(up)') => panel('stat', { title, queries: [promQuery(expr)] });
const ELEMENTS = {
  first: stat('First'),
  second: stat('Second'),
  third: stat('Third'),
  own: stat('Up of $instance', 'sum(up{instance="$instance"})'),
};
const INSTANCES = queryVariable('instance', 'label_values(up, instance)', {
  multi: true,
  includeAll: true,
  current: { text: ['All'], value: ['$__all'] },
});
const row = (title: string, names: readonly string[], more: object = {}) => ({
  kind: 'RowsLayoutRow',
  spec: { title, layout: grid(...names.map((name, i) => at(name, [i * 8, 0, 8, 5]))), ...more },
});
const tab = (title: string, layout: object, more: object = {}) => ({
  kind: 'TabsLayoutTab',
  spec: { title, layout, ...more },
});
const repeat = { repeat: { mode: 'variable', value: 'instance' } };

const when = (visibility: 'show' | 'hide', condition: 'and' | 'or', ...items: readonly object[]) => ({
  conditionalRendering: { kind: 'ConditionalRenderingGroup', spec: { visibility, condition, items } },
});
const hasData = (value: boolean) => ({ kind: 'ConditionalRenderingData', spec: { value } });
const isFor = (value: string) => ({
  kind: 'ConditionalRenderingVariable',
  spec: { variable: 'for', operator: 'equals', value },
});
const atMost = (value: string) => ({ kind: 'ConditionalRenderingTimeRangeSize', spec: { value } });
const autoGrid = (...items: readonly (readonly [name: string, more: object])[]) => ({
  kind: 'AutoGridLayout',
  spec: {
    maxColumnCount: 3,
    columnWidthMode: 'standard',
    rowHeightMode: 'short',
    items: items.map(([name, more]) => ({
      kind: 'AutoGridLayoutItem',
      spec: { element: { kind: 'ElementReference', name }, ...more },
    })),
  },
});
const FOR = customVariable('for', ['api', 'db', 'nobody']);

const DASHBOARDS = [
  dashboard('rows', ELEMENTS, {
    layout: {
      kind: 'RowsLayout',
      spec: { rows: [row('Open', ['first', 'second']), row('Closed', ['third'], { collapse: true })] },
    },
  }),
  dashboard('tabs', ELEMENTS, {
    variables: [INSTANCES],
    layout: {
      kind: 'TabsLayout',
      spec: {
        tabs: [
          tab('Overview', grid(at('first', [0, 0, 24, 6]))),
          tab('On $instance', grid(at('own', [0, 0, 24, 6])), repeat),
        ],
      },
    },
  }),
  dashboard('auto', ELEMENTS, {
    layout: {
      kind: 'AutoGridLayout',
      spec: {
        maxColumnCount: 2,
        columnWidthMode: 'standard',
        rowHeightMode: 'short',
        items: ['first', 'second', 'third'].map((name) => ({
          kind: 'AutoGridLayoutItem',
          spec: { element: { kind: 'ElementReference', name } },
        })),
      },
    },
  }),
  dashboard('repeats', ELEMENTS, {
    variables: [INSTANCES],
    layout: grid(
      at('own', [0, 0, 24, 6], { repeat: { mode: 'variable', value: 'instance', direction: 'h', maxPerRow: 2 } }),
      at('first', [0, 6, 24, 6]),
    ),
  }),
  dashboard('rowrepeat', ELEMENTS, {
    variables: [INSTANCES],
    layout: { kind: 'RowsLayout', spec: { rows: [row('Instance $instance', ['own'], repeat)] } },
  }),
  dashboard(
    'conditions',
    { ...ELEMENTS, found: stat('Found', 'sum(up{job="$for"})'), missing: stat('Missing', 'sum(up{job="$for"})') },
    {
      variables: [FOR],
      layout: {
        kind: 'TabsLayout',
        spec: {
          tabs: [
            tab(
              'Panels',
              autoGrid(
                ['found', when('show', 'and', hasData(true))],
                ['missing', when('show', 'and', hasData(false))],
                ['third', when('hide', 'or', isFor('db'), isFor('nobody'))],
              ),
            ),
            tab('Of db', autoGrid(['first', {}]), when('show', 'and', isFor('db'))),
            tab('Rows', {
              kind: 'RowsLayout',
              spec: {
                rows: [
                  row('Always', ['first']),
                  row('Short', ['second'], when('show', 'and', atMost('1h'), isFor('api'))),
                ],
              },
            }),
          ],
        },
      },
    },
  ),
];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

describe.skipIf(!canBrowse)('layouts in a browser', () => {
  let here: Stage;
  beforeAll(async () => {
    here = await stage({ dashboards: DASHBOARDS });
  });
  afterAll(() => here.close());

  async function show(path: string, width = 1280) {
    const { page, errors } = await here.open(path, { width });
    const boxes = async (element: string): Promise<readonly Box[]> =>
      page.locator(`[data-element="${element}"]`).evaluateAll((list) =>
        list.map((one) => {
          const { x, y, width: wide } = one.getBoundingClientRect();
          return { x, y, width: wide };
        }),
      );
    return { page, errors, boxes };
  }

  it('rows fold, and the URL keeps which', async () => {
    const { page, errors } = await show('/d/rows');
    expect(await page.locator('[data-element]').count()).toBe(2);
    await page.getByRole('button', { name: 'Closed' }).click();
    await page.locator('[data-element="third"]').waitFor();
    await page.getByRole('button', { name: 'Open' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-element]').length === 1);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('row-0'), searchParams.get('row-1')]).toEqual(['closed', 'open']);
    await page.reload();
    await settled(page);
    expect(await page.locator('[data-element="third"]').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('tabs show one at a time, one for each value of a variable, and the URL keeps which', async () => {
    const { page, errors } = await show('/d/tabs');
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Overview', 'On a:80', 'On b:80', 'On c:80']);
    expect(await page.locator('[data-element]').count()).toBe(1);
    await page.getByRole('tab', { name: 'On b:80' }).click();
    await page.getByText('Up of b:80').waitFor();
    expect(new URL(page.url()).searchParams.get('tab')).toBe('b-80');
    await expect.poll(() => here.server.calls.at(-1)).toContain(encodeURIComponent('up{instance="b:80"}'));
    expect(errors).toEqual([]);
  });

  it('an auto grid has no more columns than it may', async () => {
    const { boxes } = await show('/d/auto');
    const [first] = await boxes('first');
    const [second] = await boxes('second');
    const [third] = await boxes('third');
    expect(second?.y).toBe(first?.y);
    expect(third?.x).toBe(first?.x);
    expect(third?.y).toBeGreaterThan(first?.y ?? 0);
  });

  it('a repeated panel stands once for each value, and moves down what is below', async () => {
    const { page, errors, boxes } = await show('/d/repeats');
    const copies = await boxes('own');
    expect(copies).toHaveLength(3);
    expect(copies[0]?.y).toBe(copies[1]?.y);
    expect(copies[2]?.y).toBeGreaterThan(copies[1]?.y ?? 0);
    const [below] = await boxes('first');
    expect(below?.y).toBeGreaterThan(copies[2]?.y ?? 0);
    for (const instance of ['a:80', 'b:80', 'c:80']) expect(await page.getByText(`Up of ${instance}`).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('a repeated row stands once for each chosen value', async () => {
    const { page, errors } = await show('/d/rowrepeat?var-instance=a:80&var-instance=c:80');
    expect(await page.locator('section > h2').allInnerTexts()).toEqual(['Instance a:80', 'Instance c:80']);
    expect(errors).toEqual([]);
  });

  it('what has conditions is there while they hold: by variables and by the data of a panel', async () => {
    const { page, errors } = await show('/d/conditions');
    const names = (): Promise<readonly (string | null)[]> =>
      page.locator('[data-element]').evaluateAll((list) => list.map((one) => one.getAttribute('data-element')));
    const choose = async (value: string): Promise<void> => {
      await page.getByRole('combobox').first().click();
      await page.getByRole('option', { name: value }).click();
    };
    await expect.poll(names).toEqual(['found', 'third']);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Panels', 'Rows']);
    expect(await counted(page)).toMatchObject({ total: 2, drawn: 2, empty: 0 });
    // A panel that is not there goes on asking, or nobody would know when it has data again.
    await choose('nobody');
    await expect.poll(names).toEqual(['missing']);
    await choose('db');
    await expect.poll(names).toEqual(['found']);
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['Panels', 'Of db', 'Rows']);
    await page.getByRole('tab', { name: 'Of db' }).click();
    await expect.poll(names).toEqual(['first']);
    await choose('api');
    await expect.poll(names).toEqual(['found', 'third']);
    expect(errors).toEqual([]);
  });

  it('a row whose condition is the length of time goes with a longer one, and one panel alone has no conditions', async () => {
    const { page, errors } = await show('/d/conditions?tab=rows');
    const rows = page.locator('section > h2');
    expect(await rows.allInnerTexts()).toEqual(['Always', 'Short']);
    await page.getByTestId('data-testid TimePicker Open Button').click();
    await page.getByText('Last 6 hours').click();
    await expect.poll(() => rows.allInnerTexts()).toEqual(['Always']);
    const { page: alone } = await show('/d/conditions?tab=rows&from=now-6h&to=now&viewPanel=panel-2');
    expect(await alone.locator('[data-element="second"]').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('one panel alone fills the window, from the menu or from its address', async () => {
    const { page, errors } = await show('/d/repeats');
    await page.locator('[data-element="own"]').nth(1).hover();
    await page.getByTestId('data-testid Panel menu Up of b:80').click();
    await page.getByRole('menuitem', { name: 'View' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-element]').length === 1);
    expect(new URL(page.url()).searchParams.get('viewPanel')).toContain('b:80');
    await page.reload();
    await settled(page);
    expect(await counted(page)).toMatchObject({ total: 1, drawn: 1 });
    const box = await page.locator('[data-element="own"]').boundingBox();
    expect(box?.height).toBeGreaterThan(400);
    await page.getByRole('button', { name: 'Back to the dashboard' }).click();
    await page.waitForFunction(() => document.querySelectorAll('[data-element]').length === 4);
    expect(errors).toEqual([]);
  });

  it('one panel alone by its number, as older Grafanas write it', async () => {
    const { page: whole } = await show('/d/rows');
    const path = await whole.locator('[data-element="second"]').getAttribute('data-panel');
    expect(path).toMatch(/^panel-\d+$/);
    const { page, errors } = await show(`/d/rows?viewPanel=${path?.slice('panel-'.length)}`);
    expect(await page.locator('[data-element]').count()).toBe(1);
    expect(await page.locator('[data-element="second"]').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('a panel that there is not says so, and leads back', async () => {
    const { page, errors } = await show('/d/repeats?viewPanel=panel-4711');
    await page.getByText('There is no such panel').waitFor();
    await page.getByRole('button', { name: 'Back to the dashboard' }).click();
    await expect.poll(() => page.locator('[data-element]').count()).toBe(4);
    expect(errors).toEqual([]);
  });

  it('a phone has one column, and nothing is wider than it', async () => {
    const { page, boxes } = await show('/d/rows', 390);
    const [first] = await boxes('first');
    const [second] = await boxes('second');
    expect(second?.x).toBe(first?.x);
    expect(first?.width).toBeGreaterThan(330);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
