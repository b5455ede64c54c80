import type { Span } from '../../ast.ts';
import type { Histogram } from '../histogram/histogram.ts';
import { dropMetadata, type LabelSet } from '../labels.ts';
import { FLOAT, HISTOGRAM } from '../storage.ts';
import { fail } from './failure.ts';
import { spend, type Frame, type Query } from './query.ts';

/** No sample at this step; otherwise {@link FLOAT} or {@link HISTOGRAM}. */
export const ABSENT = 0;

/** One series over all steps of a frame. Arrays may be shared between columns and are not changed once a column is made. */
export interface Column {
  readonly labels: LabelSet;
  /** The metric's name is to be removed at the end of the query. */
  readonly dropName: boolean;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly histograms: readonly (Histogram | undefined)[];
}

/** A column that is being filled. */
export interface NewColumn extends Column {
  readonly histograms: (Histogram | undefined)[];
}

/** What an expression evaluates to: one scalar per step, a string, or columns (an instant vector at every step). */
export type Value =
  | { readonly type: 'scalar'; readonly values: Float64Array }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'vector'; readonly columns: readonly Column[]; readonly ordered?: boolean };

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
