import { css } from '@emotion/css';
import type { SceneComponentProps, SceneObject } from '@grafana/scenes';
import { useContext } from 'react';
import { DashboardContext } from '../../shell/dashboard-context.ts';
import { PanelCell, panelCell, type Placement } from '../cell.tsx';
import type { BuildContext } from '../context.ts';
import { RepeatingLayout, type Source } from '../repeat.ts';
import type { GridSpec } from '../spec.ts';
import { type Group, place } from './placing.ts';

const ROW = 30;
const GAP = 8;

const styles = {
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(24, minmax(0, 1fr))',
    gridAutoRows: ROW,
    gap: GAP,
    '@media (max-width: 700px)': { display: 'flex', flexDirection: 'column' },
  }),
  viewing: css({ height: '100%' }),
};

function placementOf(spec: GridSpec['items'][number]['spec']): Placement {
  const { x, y, width, height, repeat } = spec;
  return {
    x,
    y,
    width,
    height,
    ...(repeat?.direction === undefined ? {} : { direction: repeat.direction }),
    ...(repeat?.maxPerRow === undefined ? {} : { maxPerRow: repeat.maxPerRow }),
  };
}

/** Panels where their definition puts them, in 24 columns; one below the other on a phone. */
class GridLayout extends RepeatingLayout {
  static Component = GridView;
  /** One for each source, in their order. */
  readonly placements: readonly Placement[];

  constructor(sources: readonly Source[], placements: readonly Placement[]) {
    super(sources);
    this.placements = placements;
  }
}

/** Makes the scene object of a grid. */
export function gridLayout({ items }: GridSpec, context: BuildContext): SceneObject {
  const placements = items.map(({ spec }) => placementOf(spec));
  const sources = items.map(({ spec }, i): Source => ({
    key: String(i),
    ...(spec.repeat === undefined ? {} : { repeat: spec.repeat.value }),
    make: (copy) => {
      const placement = placements[i];
      const panel = context.panel(spec.element.name, copy);
      return panelCell(spec.element.name, panel, { copy, ...(placement === undefined ? {} : { placement }) });
    },
  }));
  return new GridLayout(sources, placements);
}

function groupsOf(cells: readonly PanelCell[], { placements, state }: GridLayout): readonly Group[] {
  return placements.map((placement, i) => ({
    placement,
    copies: cells.filter((cell) => cell.state.placement === placement).length,
    repeated: state.sources[i]?.repeat !== undefined,
  }));
}

function GridView({ model }: SceneComponentProps<GridLayout>) {
  const { children } = model.useState();
  const { viewing } = useContext(DashboardContext);
  const cells = children.filter((child) => child instanceof PanelCell);
  if (viewing !== undefined) {
    return (
      <>
        {cells.map((cell) => (
          <cell.Component key={cell.state.key} model={cell} />
        ))}
      </>
    );
  }
  const places = place(groupsOf(cells, model));
  return (
    <div className={styles.grid}>
      {cells.map((cell, i) => {
        const { x = 0, y = 0, width = 12, height = 8 } = places[i] ?? {};
        return (
          <div
            key={cell.state.key}
            style={{
              gridColumn: `${x + 1} / span ${width}`,
              gridRow: `${y + 1} / span ${height}`,
              height: height * ROW + (height - 1) * GAP,
            }}
          >
            <cell.Component model={cell} />
          </div>
        );
      })}
    </div>
  );
}
