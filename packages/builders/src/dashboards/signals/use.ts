import type { Instant } from '../../query/vector.ts';
import { explore } from '../links/explore.ts';
import { metricsDrilldown } from '../links/drilldown.ts';
import { row, type Row } from '../layout/row.ts';
import { hero, major, minor } from '../layout/size.ts';
import { slug } from '../names.ts';
import type { Panel } from '../panels/panel.ts';
import { stat } from '../panels/stat.ts';
import { thresholds } from '../panels/thresholds.ts';
import { timeseries } from '../panels/timeseries.ts';
import { query } from '../queries/query.ts';
import { max } from '../../query/aggregate.ts';
import type { SignalOptions } from './red.ts';

/** What a person can read as it is: a level, a rate, a ratio. */
export type Level = Instant<string, string, 'gauge'>;

/** What the USE method looks at, for every resource. */
export interface UseSignals {
  /** How busy the resource is, as a ratio. */
  readonly utilization: Instant<string, 'ratio', 'gauge'>;
  /** Work that waits for it: a queue's length, a load, a time waited. */
  readonly saturation?: Level;
  /** Its errors per second. */
  readonly errors?: Level;
}

/** A row of utilization, saturation and errors of one resource (Brendan Gregg's USE method). */
export function use({ utilization, saturation, errors }: UseSignals, options: Omit<SignalOptions, 'by'> = {}): Row {
  const { title = 'Resource', ...rest } = options;
  return row(
    title,
    [
      hero(level('Utilization', utilization, 'How busy the resource is.')),
      minor(
        stat('Utilization now', {
          queries: [query(max(utilization))],
          thresholds: thresholds({ warning: 0.8, critical: 0.95 }),
        }),
      ),
      ...(saturation === undefined
        ? []
        : [major(level('Saturation', saturation, 'Work that waits because the resource is busy.'))]),
      ...(errors === undefined ? [] : [major(level('Errors', errors, 'What the resource failed to do.'))]),
    ],
    { ...rest, prefix: slug(title) },
  );
}

/** One signal over time, as it is given. */
export function level(title: string, value: Level, description: string): Panel {
  const asked = query(value);
  return timeseries(title, { description, queries: [asked], links: [explore(asked), metricsDrilldown(asked)] });
}
