import type { LabelDomain, MetricSpec } from '@binnacle/model';
import type { TimeRange } from '@grafana/data';
import { useContext } from 'react';
import { useLabelData } from '../contracts/label-data.ts';
import { seriesOf } from '../contracts/look.ts';
import { ProjectContext } from '../shell/project-context.ts';

/** Values that a contract lists. */
function listed(domain: LabelDomain | undefined): readonly string[] {
  if (domain?.kind === 'one-of') return domain.values;
  if (domain?.kind === 'service') return domain.names;
  return domain?.kind === 'http-status' && domain.form === 'class' ? ['1xx', '2xx', '3xx', '4xx', '5xx'] : [];
}

/** Values of a label: those the data has, then what the contract lists besides. */
export interface LabelValues {
  readonly values: readonly string[];
  readonly isLoading: boolean;
  readonly failure?: string;
}

/** The values a label of a metric has in the time that is shown; none for no label. */
export function useLabelValues(metric: MetricSpec, label: string, range: TimeRange): LabelValues {
  const { project } = useContext(ProjectContext);
  const labels = label === '' ? [] : [label];
  const { values, failure } = useLabelData({ series: seriesOf(metric), labels, range, version: project?.data });
  const seen = values.get(label);
  const known = listed(metric.labels.find(({ name }) => name === label)?.domain);
  return {
    values: [...new Set([...(seen ?? []), ...known])],
    isLoading: label !== '' && seen === undefined && failure === undefined,
    ...(failure === undefined ? {} : { failure }),
  };
}
