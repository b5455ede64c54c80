import { type AnnotationEvent, type DataFrame, FieldType } from '@grafana/data';
import { legendText } from './frames.ts';
import { numbersOf } from '../drawing/field-values.ts';

interface Named {
  readonly name?: string;
  readonly iconColor?: string;
  readonly wording?: { readonly titleFormat: string; readonly textFormat: string; readonly tagKeys: string };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches of time in which a series is there and not 0. */
function stretchesOf(times: readonly number[], values: readonly (number | null)[]): readonly Stretch[] {
  const found: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const [i, time] of times.entries()) {
    const on = (values[i] ?? 0) !== 0;
    if (!on) open = undefined;
    else if (open === undefined) found.push((open = { from: time, to: time }));
    else open.to = time;
  }
  return found;
}

/** Events of an annotation's query: one for each stretch of time in which a series is not 0. */
export function eventsOf(annotation: Named, frames: readonly DataFrame[]): AnnotationEvent[] {
  const { name = '', iconColor, wording = { titleFormat: '', textFormat: '', tagKeys: '' } } = annotation;
  return frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const value = frame.fields.find(({ type }) => type === FieldType.number);
    if (time === undefined || value === undefined) return [];
    const labels = value.labels ?? {};
    const keys = wording.tagKeys
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '');
    return stretchesOf(
      numbersOf(time).map((at) => at ?? NaN),
      numbersOf(value),
    ).map(({ from, to }) => ({
      time: from,
      ...(to > from ? { timeEnd: to, isRegion: true } : {}),
      title: wording.titleFormat === '' ? name : legendText(wording.titleFormat, labels),
      text: legendText(wording.textFormat, labels),
      tags: keys.map((key) => labels[key] ?? '').filter((tag) => tag !== ''),
      source: { name },
      ...(iconColor === undefined ? {} : { color: iconColor }),
    }));
  });
}
