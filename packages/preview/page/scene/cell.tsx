import { type SceneComponentProps, SceneObjectBase, type SceneObjectState, type VizPanel } from '@grafana/scenes';
import { type CSSProperties, useContext, useEffect, useRef, useState } from 'react';
import { expectPanel, forgetPanel } from '../paint/counter.ts';
import { CellContext, DashboardContext } from '../shell/dashboard-context.ts';
import type { Copy } from './repeat.ts';

/** Where a panel lies in the grid of 24 columns, and how its copies do. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a repeated panel: beside each other or below each other. */
  readonly direction?: 'h' | 'v';
  readonly maxPerRow?: number;
}

interface CellState extends SceneObjectState {
  readonly panel: VizPanel;
  readonly element: string;
  readonly placement?: Placement;
}

/** A panel in its place. */
export class PanelCell extends SceneObjectBase<CellState> {
  static Component = CellView;
}

/** The cell of an element, with the variables of its copy. */
export function panelCell(
  element: string,
  panel: VizPanel,
  { copy, placement }: { copy: Copy; placement?: Placement },
): PanelCell {
  return new PanelCell({
    panel,
    element,
    ...(placement === undefined ? {} : { placement }),
    ...(copy.variables === undefined ? {} : { $variables: copy.variables }),
  });
}

/** Panels far below what is seen wait until one scrolls towards them. */
const NEAR = '600px';

function useNear(at: { readonly current: HTMLElement | null }, all: boolean): boolean {
  const [near, setNear] = useState(all);
  useEffect(() => {
    const { current } = at;
    if (near || current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [at, near]);
  return near;
}

function CellView({ model }: SceneComponentProps<PanelCell>) {
  const { panel, element } = model.useState();
  const { viewing, drawAll, mark } = useContext(DashboardContext);
  const path = panel.getPathId();
  const at = useRef<HTMLDivElement>(null);
  const near = useNear(at, drawAll);
  const hidden = viewing !== undefined && viewing !== path;
  const key = model.state.key ?? path;
  useEffect(() => {
    if (hidden || !near) return undefined;
    expectPanel(key);
    return () => forgetPanel(key);
  }, [hidden, near, key]);
  if (hidden) return null;
  const style: CSSProperties = { width: '100%', height: '100%', position: 'relative' };
  return (
    <div ref={at} style={style} data-element={element} data-panel={path}>
      {near ? (
        <CellContext value={{ key, element, panel }}>
          <panel.Component model={panel} />
        </CellContext>
      ) : null}
      {mark?.(element)}
    </div>
  );
}
