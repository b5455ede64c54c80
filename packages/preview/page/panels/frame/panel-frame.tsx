import { type DataFrame, type DataQueryError, LoadingState, type PanelProps } from '@grafana/data';
import type { ReactNode } from 'react';
import type { Outcome } from '../../paint/counter.ts';
import { DrawBoundary } from './draw-boundary.tsx';
import { Failure } from './failure.tsx';
import { Note } from './note.tsx';
import { usePainted } from './painted.ts';

/** True when at least one field has at least one value. */
function hasValues(series: readonly DataFrame[]): boolean {
  return series.some(({ fields }) =>
    fields.some(({ values }) => values.some((value) => value !== null && value !== undefined)),
  );
}

interface Frame {
  readonly props: Pick<PanelProps, 'data' | 'fieldConfig' | 'height' | 'width'>;
  readonly needsData: boolean;
  readonly tellsWhenDrawn: boolean;
  readonly children: ReactNode;
}

function errorsOf({ data }: Frame['props']): readonly DataQueryError[] {
  return data.errors ?? (data.error === undefined ? [] : [data.error]);
}

/** What surrounds every panel: it says that data is loading, that there is none, or why there is none. */
export function PanelFrame({ props, needsData, tellsWhenDrawn, children }: Frame) {
  const { data, fieldConfig } = props;
  const errors = errorsOf(props);
  const settled = data.state === LoadingState.Done || data.state === LoadingState.Error;
  const empty = needsData && !hasValues(data.series);
  const outcome: Outcome = errors.length > 0 ? 'failed' : empty ? 'empty' : 'drawn';
  usePainted(settled && !(tellsWhenDrawn && outcome === 'drawn') ? outcome : undefined, data);
  if (empty && errors.length > 0) return <Failure errors={errors} />;
  if (empty && !settled) return <Note text="Loading …" quiet />;
  if (empty) {
    const text = fieldConfig.defaults.noValue;
    return <Note text={text === undefined || text === '' ? 'No data' : text} />;
  }
  return (
    <DrawBoundary of={data}>
      {errors.length > 0 ? <Failure errors={errors} strip /> : null}
      {children}
    </DrawBoundary>
  );
}
