import type { Span } from '../../ast.ts';
import { fail } from './failure.ts';
import { type Frame, type Query, spend } from './query.ts';
import { ABSENT, type Column, type NewColumn } from './value.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { dropMetadata, type LabelSet } from '../labels.ts';
import { FLOAT, HISTOGRAM } from '../storage.ts';

/** An empty column of a frame. */
export function newColumn(frame: Frame, labels: LabelSet, dropName = false): NewColumn {
  spend(frame.query, frame.count);
  return {
    labels,
    dropName,
    kinds: new Uint8Array(frame.count),
    values: new Float64Array(frame.count),
    histograms: [],
  };
}

export function setFloat(column: NewColumn, step: number, value: number): void {
  column.kinds[step] = FLOAT;
  column.values[step] = value;
}

export function setHistogram(column: NewColumn, step: number, histogram: Histogram): void {
  column.kinds[step] = HISTOGRAM;
  column.histograms[step] = histogram;
}

/** The labels a result has when the operation changes what the value means: without name, at once or at the end. */
export function unnamed(query: Query, { labels }: Pick<Column, 'labels'>): Pick<Column, 'labels' | 'dropName'> {
  return query.delayedNames ? { labels, dropName: true } : { labels: dropMetadata(labels), dropName: false };
}

export function hasSamples({ kinds }: Column): boolean {
  for (const kind of kinds) if (kind !== ABSENT) return true;
  return false;
}

export function hasHistograms({ histograms }: Column): boolean {
  return histograms.length > 0;
}

/** One series per label set: series that take turns are joined, two samples at one step fail the query. */
export function joinSame(frame: Frame, columns: readonly Column[], span: Span): readonly Column[] {
  const byKey = new Map<string, Column>();
  let joined = false;
  for (const column of columns) {
    // A name that is to be removed is not yet the same as one that stays.
    const key = column.dropName ? `${column.labels.key}\n` : column.labels.key;
    const other = byKey.get(key);
    if (other === undefined) byKey.set(key, column);
    else {
      byKey.set(key, join(frame, other, column, span));
      joined = true;
    }
  }
  return joined ? [...byKey.values()] : columns;
}

function join(frame: Frame, a: Column, b: Column, span: Span): Column {
  const result = newColumn(frame, a.labels, a.dropName);
  for (let step = 0; step < frame.count; step++) {
    const first = a.kinds[step] !== ABSENT;
    const second = b.kinds[step] !== ABSENT;
    if (first && second) fail('vector cannot contain metrics with the same labelset', span);
    if (first || second) copySample(first ? a : b, step, result);
  }
  return result;
}

export function copySample(from: Column, step: number, to: NewColumn): void {
  to.kinds[step] = from.kinds[step] ?? ABSENT;
  to.values[step] = from.values[step] ?? NaN;
  const histogram = from.histograms[step];
  if (histogram !== undefined) to.histograms[step] = histogram;
}

/** The column with samples only where `keep` says so. */
export function masked(frame: Frame, column: Column, keep: (step: number) => boolean): Column {
  const result = newColumn(frame, column.labels, column.dropName);
  for (let step = 0; step < frame.count; step++) {
    if (column.kinds[step] !== ABSENT && keep(step)) copySample(column, step, result);
  }
  return result;
}
