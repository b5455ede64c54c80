import { type DataFrame, type Field, formattedValueToString } from '@grafana/data';
import { fieldNamed, textOf } from '../../drawing/field-values.ts';

/** A node of a graph, with its place: the column is how far it is from where the edges begin. */
export interface GraphNode {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly main: string;
  readonly color: string | undefined;
  readonly column: number;
  readonly row: number;
}

/** An edge between two nodes, and what is written on it. */
export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly main: string;
}

/** What a node graph draws. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

function written(field: Field | undefined, row: number): string {
  const value: unknown = field?.values[row];
  if (value === undefined || value === null) return '';
  const display = field?.display?.(value);
  return display === undefined ? textOf(value) : formattedValueToString(display);
}

/** The column of each node: one more than the furthest of those that lead to it. Circles end where they began. */
export function columnsOf(ids: readonly string[], edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const columns = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++) {
    let moved = false;
    for (const { source, target } of edges) {
      const wanted = (columns.get(source) ?? 0) + 1;
      if (source !== target && wanted > (columns.get(target) ?? 0) && wanted < ids.length) {
        columns.set(target, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return columns;
}

function edgesOf(frame: DataFrame): readonly GraphEdge[] {
  const [source, target] = [fieldNamed(frame, 'source'), fieldNamed(frame, 'target')];
  if (source === undefined || target === undefined) return [];
  const [id, main] = [fieldNamed(frame, 'id'), fieldNamed(frame, 'mainstat')];
  return source.values.map((one: unknown, i) => ({
    id: String(id?.values[i] ?? `${String(one)} ${String(target.values[i])}`),
    source: String(one),
    target: String(target.values[i]),
    main: written(main, i),
  }));
}

/** The graph in the frames: one with `source` and `target`, and perhaps one of nodes. */
export function graphOf(frames: readonly DataFrame[]): Graph {
  const edges = frames.flatMap(edgesOf);
  const nodes = frames.find(
    (frame) => fieldNamed(frame, 'source') === undefined && fieldNamed(frame, 'id') !== undefined,
  );
  const id = nodes === undefined ? undefined : fieldNamed(nodes, 'id');
  const listed = (id?.values ?? []).map(String);
  const ids = [...new Set([...listed, ...edges.flatMap(({ source, target }) => [source, target])])];
  const columns = columnsOf(ids, edges);
  const used = new Map<number, number>();
  return {
    edges,
    nodes: ids.map((one): GraphNode => {
      const at = listed.indexOf(one);
      const column = columns.get(one) ?? 0;
      const row = used.get(column) ?? 0;
      used.set(column, row + 1);
      const field = (...names: readonly string[]): Field | undefined =>
        nodes === undefined || at < 0 ? undefined : fieldNamed(nodes, ...names);
      const title = written(field('title'), at);
      const color: unknown = field('color')?.values[at];
      return {
        id: one,
        title: title === '' ? one : title,
        subtitle: written(field('subtitle'), at),
        main: written(field('mainstat'), at),
        color: typeof color === 'string' ? color : undefined,
        column,
        row,
      };
    }),
  };
}
