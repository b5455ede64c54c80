import { isDateTime, type RawTimeRange, rangeUtil, type TimeRange } from '@grafana/data';
import { useContext, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { DataSource } from '../../src/wire/project.ts';
import { ProjectContext } from '../shell/project-context.ts';

/** The time a page is about, kept in its address as `from` and `to`. */
export interface ChosenTime {
  readonly range: TimeRange;
  readonly choose: (raw: RawTimeRange) => void;
  /** Takes `now` for what it is by now. */
  readonly refresh: () => void;
}

/** A time as an address has it: `now-1h`, or Unix milliseconds. */
function written(time: RawTimeRange['from']): string {
  return isDateTime(time) ? String(time.valueOf()) : time;
}

/** A time of an address as a point in time, or as the words it is. */
function readTime(text: string): string {
  return /^\d+$/.test(text) ? new Date(Number(text)).toISOString() : text;
}

function usual(data: DataSource | undefined, from: string): { readonly from: string; readonly to: string } {
  if (data?.kind === 'recorded' && data.from !== undefined && data.to !== undefined)
    return { from: String(data.from), to: String(data.to) };
  return { from, to: 'now' };
}

/** The time in the address; without one the last hour, or of recorded samples the time they are of. */
export function useChosenTime(otherwise = 'now-1h'): ChosenTime {
  const { project } = useContext(ProjectContext);
  const [search, setSearch] = useSearchParams();
  const [moment, setMoment] = useState(0);
  const first = usual(project?.data, otherwise);
  const from = search.get('from') ?? first.from;
  const to = search.get('to') ?? first.to;
  const range = useMemo(
    () => ({ of: moment, range: rangeUtil.convertRawToRange({ from: readTime(from), to: readTime(to) }) }),
    [from, to, moment],
  );
  return {
    range: range.range,
    choose: (raw) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        next.set('from', written(raw.from));
        next.set('to', written(raw.to));
        return next;
      }),
    refresh: () => setMoment((before) => before + 1),
  };
}
