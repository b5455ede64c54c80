import { type DataFrame, type Field } from '@grafana/data';
import { grouped } from '../../data/grouped.ts';
import { fieldNamed, textOf } from '../../drawing/field-values.ts';

/** A span, or a whole trace of a list. Times in milliseconds. */
export interface Span {
  readonly id: string;
  readonly trace: string;
  readonly service: string;
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  readonly depth: number;
  readonly failed: boolean;
}

function text(field: Field | undefined, row: number): string {
  return textOf(field?.values[row]);
}

/** What OpenTelemetry calls an error. */
const ERROR = 2;

interface Row {
  readonly span: Omit<Span, 'depth'>;
  readonly parent: string;
}

function key(trace: string, id: string): string {
  return `${trace} ${id}`;
}

/** Every row below its parent, in the order they began. Rows whose parents are not there are the first. */
function inOrder(rows: readonly Row[]): readonly Span[] {
  const known = new Set(rows.map(({ span }) => key(span.trace, span.id)));
  const below = grouped(rows, ({ span, parent }) => {
    const above = key(span.trace, parent);
    return parent === span.id || !known.has(above) ? '' : above;
  });
  const from = (parent: string, depth: number): readonly Span[] =>
    (below.get(parent) ?? [])
      .map(({ span }) => span)
      .toSorted((a, b) => a.start - b.start)
      .flatMap((span) => [{ ...span, depth }, ...from(key(span.trace, span.id), depth + 1)]);
  return from('', 0);
}

/** The spans in the frames, children below their parents and otherwise in the order they began. */
export function spansOf(frames: readonly DataFrame[]): readonly Span[] {
  const rows = frames.flatMap((frame) => {
    const [trace, id, parent] = [
      fieldNamed(frame, 'traceid', 'trace id'),
      fieldNamed(frame, 'spanid', 'span id'),
      fieldNamed(frame, 'parentspanid'),
    ];
    const [service, name] = [
      fieldNamed(frame, 'servicename', 'traceservice', 'service'),
      fieldNamed(frame, 'operationname', 'tracename', 'name'),
    ];
    const [start, duration] = [
      fieldNamed(frame, 'starttime', 'start time'),
      fieldNamed(frame, 'duration', 'traceduration'),
    ];
    if (trace === undefined || duration === undefined) return [];
    const status = fieldNamed(frame, 'statuscode');
    return trace.values.map((_, i): Row => ({
      parent: text(parent, i),
      span: {
        id: id === undefined ? text(trace, i) : text(id, i),
        trace: text(trace, i),
        service: text(service, i),
        name: text(name, i),
        start: Number(start?.values[i] ?? 0),
        duration: Number(duration.values[i] ?? 0),
        failed: status?.values[i] === ERROR,
      },
    }));
  });
  return inOrder(rows);
}
