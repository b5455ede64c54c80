import type { PanelProps } from '@grafana/data';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { SpanList } from './span-list.tsx';
import { spansOf } from './spans.ts';

function Draw({ data, timeZone }: PanelProps<object>) {
  const spans = spansOf(data.series);
  if (spans.length === 0) return <Note text="The data has no traces: fields named traceID and duration" />;
  return <SpanList spans={spans} timeZone={timeZone} />;
}

/** Traces, or the spans of one, one below the other. */
export const traces = definePanel<object>({ Draw });
