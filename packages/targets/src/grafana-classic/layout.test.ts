import { describe, expect, test } from 'vitest';
import { gridItem } from '../fixtures/resources.ts';
import type { Cell } from './cells.ts';
import { classicLayout } from './layout.ts';
import type { Loss } from './loss.ts';
import type { Layout } from './wire.ts';

type RowSpec = Extract<Layout, { kind: 'RowsLayout' }>['spec']['rows'][number]['spec'];
type TabSpec = Extract<Layout, { kind: 'TabsLayout' }>['spec']['tabs'][number]['spec'];

const grid = (...items: readonly ReturnType<typeof gridItem>[]): Layout => ({ kind: 'GridLayout', spec: { items } });
const rowsOf = (...rows: readonly RowSpec[]): Layout => ({
  kind: 'RowsLayout',
  spec: { rows: rows.map((spec) => ({ kind: 'RowsLayoutRow', spec })) },
});
const tabsOf = (...tabs: readonly TabSpec[]): Layout => ({
  kind: 'TabsLayout',
  spec: { tabs: tabs.map((spec) => ({ kind: 'TabsLayoutTab', spec })) },
});
const byVariable = (value: string) => ({ mode: 'variable', value }) as const;

function cellLine({ element, gridPos: { x, y, w, h } }: Cell): string {
  return `${y}: ${element} ${x},${w},${h}`;
}

/** The layout drawn as lines: `y: name x,w,h` for panels, `y: [title]` for open rows and `y: [title+] (…)` for closed ones. */
function drawn(layout: Layout): { lines: string[]; losses: string[] } {
  const losses: Loss[] = [];
  const { placed } = classicLayout(layout, (loss) => losses.push(loss));
  const lines = placed.map((item) => {
    if (item.kind === 'cell') return cellLine(item);
    const repeat = item.repeat === undefined ? '' : ` per ${item.repeat}`;
    const title = `${item.gridPos.y}: [${item.title}${item.collapsed ? '+' : ''}]${repeat}`;
    return item.cells.length === 0 ? title : `${title} (${item.cells.map(cellLine).join('; ')})`;
  });
  return { lines, losses: losses.map(({ message }) => message) };
}

const half = (name: string) => grid(gridItem(name, [0, 0, 12, 8]));

const rowOf = (name: string) => rowsOf({ title: name.toUpperCase(), layout: half(name) });

describe('classicLayout', () => {
  test('keeps a grid as it is', () => {
    expect(drawn(grid(gridItem('a', [0, 0, 12, 8]), gridItem('b', [12, 0, 12, 8])))).toEqual({
      lines: ['0: a 0,12,8', '0: b 12,12,8'],
      losses: [],
    });
  });

  test('puts open rows above their panels', () => {
    expect(drawn(rowsOf({ title: 'One', layout: half('a') }, { title: 'Two', layout: half('b') }))).toEqual({
      lines: ['0: [One]', '1: a 0,12,8', '9: [Two]', '10: b 0,12,8'],
      losses: [],
    });
  });

  test('puts the panels of a closed row inside it; the next row follows at once', () => {
    expect(
      drawn(rowsOf({ title: 'One', collapse: true, layout: half('a') }, { title: 'Two', layout: half('b') })).lines,
    ).toEqual(['0: [One+] (1: a 0,12,8)', '1: [Two]', '2: b 0,12,8']);
  });

  test('writes no header for a first row without one', () => {
    expect(drawn(rowsOf({ hideHeader: true, layout: half('a') }, { title: 'Two', layout: half('b') }))).toEqual({
      lines: ['0: a 0,12,8', '8: [Two]', '9: b 0,12,8'],
      losses: [],
    });
  });

  test('says that a later row without a header joins the one above', () => {
    expect(
      drawn(rowsOf({ title: 'One', layout: half('a') }, { hideHeader: true, collapse: true, layout: half('b') })),
    ).toEqual({
      lines: ['0: [One]', '1: a 0,12,8', '9: b 0,12,8'],
      losses: ['a classic row without a header belongs to the row above it'],
    });
  });

  test('repeats rows', () => {
    expect(drawn(rowsOf({ title: '$env', repeat: byVariable('env'), layout: half('a') })).lines).toEqual([
      '0: [$env] per env',
      '1: a 0,12,8',
    ]);
  });

  test('gives a repeated row its header, which alone can repeat', () => {
    expect(drawn(rowsOf({ hideHeader: true, repeat: byVariable('env'), layout: half('a') }))).toEqual({
      lines: ['0: [] per env', '1: a 0,12,8'],
      losses: ['a classic row that repeats always shows its header'],
    });
  });

  test('lets rows inside a row follow its header', () => {
    const inner = rowsOf({ title: 'A', layout: half('a') }, { title: 'B', layout: half('b') });
    expect(drawn(rowsOf({ title: 'Outer', layout: inner }, { title: 'Next', layout: half('c') })).lines).toEqual([
      '0: [Outer]',
      '1: [A]',
      '2: a 0,12,8',
      '10: [B]',
      '11: b 0,12,8',
      '19: [Next]',
      '20: c 0,12,8',
    ]);
  });

  test('closes the rows inside a closed row', () => {
    const inner = rowsOf({ title: 'A', layout: half('a') });
    expect(drawn(rowsOf({ title: 'Outer', collapse: true, layout: inner })).lines).toEqual([
      '0: [Outer]',
      '1: [A+] (2: a 0,12,8)',
    ]);
  });

  test('says that a row of rows cannot repeat', () => {
    const inner = rowsOf({ title: 'A', layout: half('a') });
    expect(drawn(rowsOf({ title: '$env', repeat: byVariable('env'), layout: inner }))).toEqual({
      lines: ['0: [$env]', '1: [A]', '2: a 0,12,8'],
      losses: ['a classic row cannot repeat the rows inside it; $env is shown once'],
    });
  });

  test('writes tabs as rows, all but the first closed', () => {
    expect(drawn(tabsOf({ title: 'Red', layout: half('a') }, { title: 'Use', layout: half('b') }))).toEqual({
      lines: ['0: [Red]', '1: a 0,12,8', '9: [Use+] (10: b 0,12,8)'],
      losses: ['tabs have no classic form; they are written as rows, closed but for the first'],
    });
  });

  test('writes rows inside tabs', () => {
    expect(
      drawn(
        tabsOf({ title: 'One', layout: rowOf('a') }, { title: 'Two', repeat: byVariable('x'), layout: rowOf('b') }),
      ),
    ).toEqual({
      lines: ['0: [One]', '1: [A]', '2: a 0,12,8', '10: [Two]', '11: [B+] (12: b 0,12,8)'],
      losses: [
        'tabs have no classic form; they are written as rows, closed but for the first',
        'a classic row cannot repeat the rows inside it; Two is shown once',
      ],
    });
  });

  test('computes an automatic grid', () => {
    const auto: Layout = {
      kind: 'AutoGridLayout',
      spec: {
        maxColumnCount: 2,
        columnWidthMode: 'standard',
        rowHeightMode: 'short',
        fillScreen: true,
        items: ['a', 'b', 'c'].map((name) => ({
          kind: 'AutoGridLayoutItem',
          spec: { element: { kind: 'ElementReference', name } },
        })),
      },
    };
    expect(drawn(auto)).toEqual({
      lines: ['0: a 0,12,5', '0: b 12,12,5', '5: c 0,12,5'],
      losses: ['fillScreen has no classic form; panels keep their height'],
    });
  });

  test('repeats panels', () => {
    const [fixed] = classicLayout(
      grid({
        ...gridItem('a', [0, 0, 6, 4]),
        spec: {
          ...gridItem('a', [0, 0, 6, 4]).spec,
          repeat: { mode: 'variable', value: 'job', direction: 'v', maxPerRow: 3 },
        },
      } as ReturnType<typeof gridItem>),
      () => {},
    ).placed;
    expect(fixed).toMatchObject({ repeat: { repeat: 'job', repeatDirection: 'v', maxPerRow: 3 } });
    const [flowing] = classicLayout(
      {
        kind: 'AutoGridLayout',
        spec: {
          maxColumnCount: 4,
          columnWidthMode: 'standard',
          rowHeightMode: 'tall',
          items: [
            {
              kind: 'AutoGridLayoutItem',
              spec: { element: { kind: 'ElementReference', name: 'a' }, repeat: byVariable('job') },
            },
          ],
        },
      },
      () => {},
    ).placed;
    expect(flowing).toMatchObject({
      gridPos: { w: 6, h: 14 },
      repeat: { repeat: 'job', repeatDirection: 'h', maxPerRow: 4 },
    });
  });

  test('says where something is shown only under a condition', () => {
    const conditionalRendering = {
      kind: 'ConditionalRenderingGroup',
      spec: { visibility: 'show', condition: 'and', items: [] },
    } as const;
    const losses: Loss[] = [];
    classicLayout(rowsOf({ title: 'One', conditionalRendering, layout: half('a') }), (loss) => losses.push(loss));
    expect(losses).toMatchObject([
      { severity: 'info', subject: 'One', path: ['spec', 'layout', 'spec', 'rows', 0, 'spec', 'conditionalRendering'] },
    ]);
  });
});
