import type { LabelDomain, MetricSpec } from '@binnacle/model';
import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { callPrometheus } from '../data/api.ts';
import { useSource } from '../data/use-source.ts';

/** Values that a contract lists. */
function listed(domain: LabelDomain | undefined): readonly string[] {
  if (domain?.kind === 'one-of') return domain.values;
  if (domain?.kind === 'service') return domain.names;
  return domain?.kind === 'http-status' && domain.form === 'class' ? ['1xx', '2xx', '3xx', '4xx', '5xx'] : [];
}

/** A series that every metric of its type has. */
function seriesOf({ name, type }: MetricSpec): string {
  return type === 'histogram' || type === 'summary' ? `${name}_count` : name;
}

/** Values of a label: those the data has, then what the contract lists besides. */
export interface LabelValues {
  readonly values: readonly string[];
  readonly isLoading: boolean;
  readonly failure?: string;
}

/** The values a label of a metric has in the time that is shown. */
export function useLabelValues(metric: MetricSpec, label: string, range: TimeRange): LabelValues {
  const source = useSource();
  const [read, setRead] = useState<Omit<LabelValues, 'values'> & { readonly values?: readonly string[] }>({
    isLoading: true,
  });
  const [series, start, end] = [seriesOf(metric), range.from.valueOf() / 1000, range.to.valueOf() / 1000];
  useEffect(() => {
    let isWanted = label !== '';
    if (!isWanted) return undefined;
    setRead((before) => ({ ...before, isLoading: true }));
    callPrometheus<readonly string[]>(source, `label/${encodeURIComponent(label)}/values`, {
      'match[]': series,
      start,
      end,
    }).then(
      ({ data }) => {
        if (isWanted) setRead({ values: data, isLoading: false });
      },
      (error: unknown) => {
        if (isWanted) setRead({ isLoading: false, failure: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [source, series, label, start, end]);
  const known = listed(metric.labels.find(({ name }) => name === label)?.domain);
  return { ...read, values: [...new Set([...(read.values ?? []), ...known])] };
}
