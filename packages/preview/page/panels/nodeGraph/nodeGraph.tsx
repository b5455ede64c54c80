import type { PanelProps } from '@grafana/data';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { GraphView } from '../../drawing/graph-view.tsx';
import { graphOf } from './graph.ts';

function Draw({ data, width, height }: PanelProps<object>) {
  const graph = graphOf(data.series);
  if (graph.nodes.length === 0) return <Note text="A node graph needs fields named source and target" />;
  return <GraphView graph={graph} width={width} height={height} />;
}

/** Nodes and what leads from one to the other. */
export const nodeGraph = definePanel<object>({ Draw });
