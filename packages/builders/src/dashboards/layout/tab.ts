import type { Panel } from '../panels/panel.ts';
import type { Variable } from '../variables/variable.ts';
import type { Row } from './row.ts';

export interface TabOptions {
  /** One tab for each value of the variable. */
  readonly repeat?: Variable;
}

/** A page of a dashboard with tabs. */
export interface Tab extends TabOptions {
  readonly type: 'tab';
  readonly title: string;
  readonly content: readonly (Row | Panel)[];
}

/** A page of a dashboard with tabs: rows, panels, or panels followed by rows. */
export function tab(title: string, content: readonly (Row | Panel)[], options: TabOptions = {}): Tab {
  return { ...options, type: 'tab', title, content };
}
