import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, dashboard, grid, panel, promQuery, queryVariable } from '../fixtures/dashboards.ts';
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

  it('a phone has one column, and nothing is wider than it', async () => {
    const { page, boxes } = await show('/d/rows', 390);
    const [first] = await boxes('first');
    const [second] = await boxes('second');
    expect(second?.x).toBe(first?.x);
    expect(first?.width).toBeGreaterThan(330);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
