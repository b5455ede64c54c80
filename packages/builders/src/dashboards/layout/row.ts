import { givenList } from '../../given.ts';
import type { Panel } from '../panels/panel.ts';
import type { Variable } from '../variables/variable.ts';

export interface RowOptions {
  /** Shown as a heading only until a reader opens it. */
  readonly collapsed?: boolean;
  /** One row for each value of the variable. */
  readonly repeat?: Variable;
  /** Put before the keys of its panels, for rows whose panels have the same titles as others'. */
  readonly prefix?: string;
  /** Let Grafana arrange equal panels by the width of the window, `columns` at most. */
  readonly autoGrid?: true | { readonly columns: number };
}

/** A titled group of panels. */
export interface Row extends RowOptions {
  readonly type: 'row';
  readonly title: string;
  readonly panels: readonly Panel[];
}

/** A titled group of panels; see `hero`, `major`, `minor` and `at` for their size. */
export function row(title: string, panels: readonly Panel[], options: RowOptions = {}): Row {
  givenList(panels, ['panel'], {
    what: `the list of panels of row "${title}"`,
    fix: "write row('Title', [timeseries(…), stat(…)])",
  });
  return { ...options, type: 'row', title, panels };
}
