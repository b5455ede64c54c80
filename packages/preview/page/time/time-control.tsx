import { css } from '@emotion/css';
import { dateTime, type TimeRange } from '@grafana/data';
import { TimeRangePicker, ToolbarButton } from '@grafana/ui';
import type { ChosenTime } from './range.ts';

const box = css({ display: 'inline-flex', gap: 4, alignItems: 'center' });

function moved(
  { from, to }: TimeRange,
  by: number,
): { readonly from: ReturnType<typeof dateTime>; readonly to: ReturnType<typeof dateTime> } {
  const shift = (to.valueOf() - from.valueOf()) * by;
  return { from: dateTime(from.valueOf() + shift), to: dateTime(to.valueOf() + shift) };
}

function wider({ from, to }: TimeRange): ReturnType<typeof moved> {
  const half = (to.valueOf() - from.valueOf()) / 2;
  return { from: dateTime(from.valueOf() - half), to: dateTime(to.valueOf() + half) };
}

/** Chooses the time a page is about. */
export function TimeControl({ time }: { readonly time: ChosenTime }) {
  const { range, choose, refresh } = time;
  return (
    <span className={box}>
      <TimeRangePicker
        value={range}
        timeZone="browser"
        onChange={({ raw }) => choose(raw)}
        onChangeTimeZone={() => undefined}
        onMoveBackward={() => choose(moved(range, -0.5))}
        onMoveForward={() => choose(moved(range, 0.5))}
        onZoom={() => choose(wider(range))}
      />
      <ToolbarButton icon="sync" aria-label="Refresh" onClick={refresh} variant="canvas" />
    </span>
  );
}
