import { type DataFrame, type Field } from '@grafana/data';

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

function named(frame: DataFrame, ...names: readonly string[]): Field | undefined {
  return frame.fields.find(({ name }) => names.includes(name.toLowerCase()));
}

/** The spans in the frames, in the order they began; children are one deeper than their parents. */
export function spansOf(frames: readonly DataFrame[]): readonly Span[] {
  const rows = frames.flatMap((frame) => {
    const [trace, id, parent] = [
      named(frame, 'traceid', 'trace id'),
      named(frame, 'spanid', 'span id'),
      named(frame, 'parentspanid'),
    ];
    const [service, name] = [
      named(frame, 'servicename', 'traceservice', 'service'),
      named(frame, 'operationname', 'tracename', 'name'),
    ];
    const [start, duration] = [named(frame, 'starttime', 'start time'), named(frame, 'duration', 'traceduration')];
    if (trace === undefined || duration === undefined) return [];
    const text = (field: Field | undefined, i: number): string => String((field?.values[i] as unknown) ?? '');
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
    .map(({ parent: _, ...row }) => ({ ...row, depth: depthOf(row.id) }))
    .toSorted((a, b) => a.start - b.start || a.depth - b.depth);
}
