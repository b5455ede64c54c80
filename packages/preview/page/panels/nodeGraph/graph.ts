import { type DataFrame, type Field, formattedValueToString } from '@grafana/data';
import { fieldNamed, textOf } from '../../drawing/field-values.ts';
import { orderOf } from '../../drawing/layered/order.ts';

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

/** The column and the row of each node. */
function placesOf(ids: readonly string[], edges: readonly GraphEdge[]): ReadonlyMap<string, readonly [number, number]> {
  const { layers } = orderOf(ids, edges);
  return new Map(
    layers.flatMap((layer, column) =>
      layer.filter(({ isNode }) => isNode).map(({ id }, row) => [id, [column, row]] as const),
    ),
  );
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
  const places = placesOf(ids, edges);
  return {
    edges,
    nodes: ids.map((one): GraphNode => {
      const at = listed.indexOf(one);
      const [column, row] = places.get(one) ?? [0, 0];
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
