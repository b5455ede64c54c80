import { css } from '@emotion/css';
import type { SceneComponentProps, SceneObject } from '@grafana/scenes';
import { useContext } from 'react';
import { DashboardContext } from '../../shell/dashboard-context.ts';
import { panelCell } from '../cell.tsx';
import { shownWhen } from '../conditions.tsx';
import type { BuildContext } from '../context.ts';
import { RepeatingLayout, type Source } from '../repeat.ts';
import type { AutoGridSpec } from '../spec.ts';
import { Show } from '../show.tsx';

/** Pixels of the widths and heights that have names. */
const WIDTHS: Readonly<Record<string, number>> = { narrow: 192, standard: 448, wide: 768 };
const HEIGHTS: Readonly<Record<string, number>> = { short: 168, standard: 320, tall: 512 };
const GAP = 8;

const grid = css({
  display: 'grid',
  gap: GAP,
  '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr) !important' },
});

/** Panels of one size, as many beside each other as there is room for. */
class AutoGridLayout extends RepeatingLayout {
  readonly columns: string;
  readonly rows: number;

  constructor(sources: readonly Source[], spec: AutoGridSpec) {
    super(sources);
    const { columnWidthMode, columnWidth, maxColumnCount = 3, rowHeightMode, rowHeight } = spec;
    const width = columnWidthMode === 'custom' ? (columnWidth ?? 448) : (WIDTHS[columnWidthMode] ?? 448);
    // Never more columns than allowed: a column is at least its share of the whole.
    const share = `calc((100% - ${(maxColumnCount - 1) * GAP}px) / ${maxColumnCount})`;
    this.columns = `repeat(auto-fit, minmax(min(100%, max(${width}px, ${share})), 1fr))`;
    this.rows = rowHeightMode === 'custom' ? (rowHeight ?? 320) : (HEIGHTS[rowHeightMode] ?? 320);
  }

  static Component = AutoGridView;
}

/** Makes the scene object of an auto grid. */
export function autoGridLayout(spec: AutoGridSpec, context: BuildContext): SceneObject {
  const sources = spec.items.map(({ spec: item }, i): Source => ({
    key: `${i}:${item.element.name}`,
    ...(item.repeat === undefined ? {} : { repeat: item.repeat.value }),
    make: (copy) =>
      shownWhen(
        panelCell(item.element.name, context.panel(item.element.name, copy), { copy }),
        item.conditionalRendering,
      ),
  }));
  return new AutoGridLayout(sources, spec);
}

function AutoGridView({ model }: SceneComponentProps<AutoGridLayout>) {
  const { children } = model.useState();
  const { viewing } = useContext(DashboardContext);
  const cells = children.map((cell) => <Show key={cell.state.key} of={cell} />);
  if (viewing !== undefined) return <>{cells}</>;
  return (
    <div className={grid} style={{ gridTemplateColumns: model.columns, gridAutoRows: model.rows }}>
      {cells}
    </div>
  );
}
