import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { callPrometheus } from '../data/api.ts';
import { useSource } from '../data/use-source.ts';

/** Values of a label that are asked for at most. */
export const MOST_VALUES = 200;

/** Values of labels in the data, by label; a label is absent while its values are not known. */
export interface LabelData {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly failure?: string;
}

interface Asked {
  readonly series: string;
  readonly labels: readonly string[];
  readonly range: TimeRange;
  /** Another value asks again. */
  readonly version: unknown;
}

/** Values that the labels of a series have in a stretch of time. */
export function useLabelData({ series, labels, range, version }: Asked): LabelData {
  const source = useSource();
  const [data, setData] = useState<LabelData>({ values: new Map() });
  const names = labels.join(' ');
  useEffect(() => {
    let current = true;
    const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
    const valuesOf = async (label: string): Promise<readonly [string, readonly string[]]> => {
      const call = `label/${encodeURIComponent(label)}/values`;
      const asked = { 'match[]': series, start, end, limit: MOST_VALUES };
      const { data: values } = await callPrometheus<readonly string[]>(source, call, asked);
      return [label, values];
    };
    Promise.all(names.split(' ').filter(Boolean).map(valuesOf)).then(
      (found) => current && setData({ values: new Map(found) }),
      (error: unknown) =>
        current && setData({ values: new Map(), failure: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [series, names, source, range, version]);
  return data;
}
