import type { Options } from '@grafana/grafana-foundation-sdk/nodegraph';
import { toQuery, type AnyQuery } from '../queries/sdk.ts';
import type { DataSourceQuery } from '../queries/query.ts';
import type { Plain } from '../schema.ts';
import { checkColumns, type FrameContract } from './frame-fields.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

const NODES: FrameContract = {
  required: ['id'],
  optional: [
    'title',
    'subtitle',
    'mainstat',
    'secondarystat',
    'color',
    'icon',
    'nodeRadius',
    'highlighted',
    'isinstrumented',
    'fixedx',
    'fixedy',
  ],
  prefixes: ['arc__', 'detail__'],
};

const EDGES: FrameContract = {
  required: ['id', 'source', 'target'],
  optional: ['mainstat', 'secondarystat', 'color', 'thickness', 'highlighted', 'strokeDasharray'],
  prefixes: ['detail__'],
};

export interface NodeGraphOptions extends Omit<PanelOptions<Plain<Options>>, 'queries'> {
  /** One row a node: `id`, and what to show in and around its circle. */
  readonly nodes?: AnyQuery;
  /** One row an edge: `id`, `source`, `target`, and what to show on it. */
  readonly edges: AnyQuery;
}

/** Arcs around a node are shares of a whole circle. */
function checkArcs(title: string, { columns = [], rows = [] }: DataSourceQuery): void {
  const arcs = columns.flatMap((name, i) => (name.startsWith('arc__') ? [i] : []));
  if (arcs.length === 0) return;
  for (const row of rows) {
    const total = arcs.reduce((sum, i) => sum + Number(row[i]), 0);
    if (Math.abs(total - 1) > 0.01) {
      throw new Error(
        `panel "${title}": the arcs of node ${row[columns.indexOf('id')] ?? ''} add up to ${total}; they must add up to 1`,
      );
    }
  }
}

/** Things and what flows between them. Columns of both frames are checked wherever the queries tell them. */
export function nodeGraph(title: string, { nodes, edges, ...options }: NodeGraphOptions): Panel {
  const edge = { ...toQuery(edges), refId: 'edges' };
  const node = nodes === undefined ? undefined : { ...toQuery(nodes), refId: 'nodes' };
  checkColumns(title, 'the frame of edges', edge, EDGES);
  if (node !== undefined) {
    checkColumns(title, 'the frame of nodes', node, NODES);
    checkArcs(title, node);
  }
  return definePanel<Plain<Options>>(
    title,
    { ...options, queries: node === undefined ? [edge] : [node, edge] },
    {
      group: 'nodeGraph',
      options: { nodes: {}, edges: {}, zoomMode: 'cooperative' },
      conventions: { mode: 'instant', format: 'table', unit: 'none' },
    },
  );
}
