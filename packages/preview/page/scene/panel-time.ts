import { dateMath, type DateTime, rangeUtil, type TimeRange } from '@grafana/data';

/** How a panel differs from the time of its dashboard, as its definition says it. */
export interface PanelTimeOptions {
  readonly timeFrom?: string;
  readonly timeShift?: string;
  /** The panel does not say that it has another time. */
  readonly hideTimeOverride?: boolean;
}

function isRelative({ raw }: TimeRange): boolean {
  return typeof raw.from === 'string' && raw.from.includes('now');
}

function shifted(time: DateTime, shift: string, roundUp: boolean): DateTime {
  return dateMath.parseDateMath(shift, time, roundUp) ?? time;
}

/** The time of a panel from that of its dashboard, and how the panel says it. A stretch of its own ends now, so that an absolute time has none. */
export function panelTime(
  of: TimeRange,
  { timeFrom = '', timeShift = '' }: PanelTimeOptions,
): { readonly range: TimeRange; readonly said: string } {
  const own = timeFrom === '' || !isRelative(of) ? undefined : rangeUtil.describeTextRange(timeFrom);
  const stretch = own === undefined || own.invalid === true ? of : rangeUtil.convertRawToRange(own);
  const said = own === undefined ? [] : [own.invalid === true ? `${timeFrom} is no time` : own.display];
  if (timeShift === '') return { range: stretch, said: said.join(' ') };
  const shift = `-${timeShift}`;
  const [from, to] = [shifted(stretch.from, shift, false), shifted(stretch.to, shift, true)];
  return { range: { from, to, raw: { from, to } }, said: [...said, `timeshift ${shift}`].join(' ') };
}
