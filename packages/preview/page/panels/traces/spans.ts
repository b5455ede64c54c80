import { type DataFrame, type Field } from '@grafana/data';
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
}

function text(field: Field | undefined, row: number): string {
  return textOf(field?.values[row]);
}

/** The spans in the frames, in the order they began; children are one deeper than their parents. */
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
    return trace.values.map((_, i) => ({
      id: id === undefined ? text(trace, i) : text(id, i),
      trace: text(trace, i),
      parent: text(parent, i),
      service: text(service, i),
      name: text(name, i),
      start: Number(start?.values[i] ?? 0),
      duration: Number(duration.values[i] ?? 0),
    }));
  });
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string): number => {
    let depth = 0;
    for (
      let at = parents.get(id) ?? '';
      at !== '' && parents.has(at) && depth < rows.length;
      at = parents.get(at) ?? ''
    )
      depth++;
    return depth;
  };
  return rows
    .map(({ id, trace, service, name, start, duration }) => ({
      id,
      trace,
      service,
      name,
      start,
      duration,
      depth: depthOf(id),
    }))
    .toSorted((a, b) => a.start - b.start || a.depth - b.depth);
}
