import { sum } from '../../query/aggregate.ts';
import { maxOverTime, minOverTime } from '../../query/over-time.ts';
import type { Vector } from '../../query/vector.ts';
import { alert, type Alert, type AlertSeverity } from '../../rules/alert.ts';
import { alertName } from '../../service/alert-name.ts';
import type { Place } from '../../service/part.ts';
import type { Series } from '../../service/roles.ts';
import { splitText } from '../../service/split.ts';
import { earlier } from './earlier.ts';

const WINDOW = '30m';
/** A minute more, as before Prometheus 3 the sample at the edge belonged to both windows and nothing exceeds itself. */
const BEFORE = '31m';

/**
 * The backlog where it grows without pause: its smallest size of half an hour exceeds the largest of the half hour
 * before. A queue that fills and drains never shows up, however long it gets.
 */
function growing(backlog: Series<'gauge'>, by: readonly string[]): Vector<string, string, 'gauge'> {
  return sum(minOverTime(backlog, WINDOW), { by }).gt(sum(maxOverTime(earlier(backlog, BEFORE), WINDOW), { by }));
}

/** An alert on work that piles up. */
export function backlogAlert(
  place: Place,
  backlog: Series<'gauge'>,
  {
    condition,
    noun,
    by,
    severity,
  }: {
    readonly condition: string;
    readonly noun: string;
    readonly by: readonly string[];
    readonly severity: AlertSeverity;
  },
): Alert {
  return alert(alertName(place, condition), {
    expr: growing(backlog, by),
    for: '15m',
    severity,
    summary: (t) => `${t.value.humanize} ${noun} of ${place.service} ${place.part} and growing${splitText(t, by)}`,
    description: `There were never as few in the last ${WINDOW} as there were at most in the ${WINDOW} before: more comes in than goes out.`,
  });
}
