import type { Diagnostic } from '@binnacle/model';
import type { VizPanel } from '@grafana/scenes';
import { createContext, type ReactNode } from 'react';

/** What the panels of a dashboard need to know about it. */
export interface DashboardInfo {
  /** Path of the one panel that is shown alone. */
  readonly viewing: string | undefined;
  /** Draw also what is below the fold: for pictures and tests. */
  readonly drawAll: boolean;
  /** By element name, where the panel is defined: `file:line`. */
  readonly origins: Readonly<Record<string, string>>;
  readonly findings: readonly Diagnostic[];
  /** Drawn over the panel of an element. */
  readonly mark?: (element: string) => ReactNode;
}

export const DashboardContext = createContext<DashboardInfo>({
  viewing: undefined,
  drawAll: false,
  origins: {},
  findings: [],
});

/** The cell a panel is drawn in. */
export interface Cell {
  readonly key: string;
  readonly element: string;
  readonly panel: VizPanel;
}

export const CellContext = createContext<Cell | undefined>(undefined);
