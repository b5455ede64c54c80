import { useTheme2 } from '@grafana/ui';
import type { Graph, GraphNode } from '../panels/nodeGraph/graph.ts';

interface GraphViewProps {
  readonly graph: Graph;
  readonly width: number;
  readonly height: number;
}

const RADIUS = 22;
const MARGIN = 60;

/** A graph from left to right: nodes as circles, edges as arrows. */
export function GraphView({ graph, width, height }: GraphViewProps) {
  const theme = useTheme2();
  const columns = Math.max(0, ...graph.nodes.map(({ column }) => column));
  const inColumn = (column: number): number => graph.nodes.filter((node) => node.column === column).length;
  const at = ({ column, row }: GraphNode): readonly [number, number] => [
    columns === 0 ? width / 2 : MARGIN + (column / columns) * (width - 2 * MARGIN),
    ((row + 0.5) / inColumn(column)) * height,
  ];
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`Graph of ${graph.nodes.map(({ title }) => title).join(', ')}`}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M 0 0 L 10 5 L 0 10 z" fill={theme.colors.text.secondary} />
        </marker>
      </defs>
      {graph.edges.map(({ id, source, target, main }) => {
        const [from, to] = [byId.get(source), byId.get(target)];
        if (from === undefined || to === undefined || from === to) return null;
        const [[x1, y1], [x2, y2]] = [at(from), at(to)];
        const length = Math.hypot(x2 - x1, y2 - y1) || 1;
        const [dx, dy] = [((x2 - x1) / length) * RADIUS, ((y2 - y1) / length) * RADIUS];
        return (
          <g key={id}>
            <line
              x1={x1 + dx}
              y1={y1 + dy}
              x2={x2 - dx}
              y2={y2 - dy}
              stroke={theme.colors.text.secondary}
              markerEnd="url(#arrow)"
            />
            {main === '' ? null : (
              <text
                x={(x1 + x2) / 2}
                y={(y1 + y2) / 2 - 4}
                textAnchor="middle"
                fontSize={11}
                fill={theme.colors.text.secondary}
              >
                {main}
              </text>
            )}
          </g>
        );
      })}
      {graph.nodes.map((node) => {
        const [x, y] = at(node);
        return (
          <g key={node.id} data-node={node.id}>
            <circle
              cx={x}
              cy={y}
              r={RADIUS}
              fill={theme.colors.background.secondary}
              stroke={theme.visualization.getColorByName(node.color ?? 'blue')}
              strokeWidth={3}
            />
            <text
              x={x}
              y={y}
              textAnchor="middle"
              dominantBaseline="middle"
              fontSize={11}
              fill={theme.colors.text.primary}
            >
              {node.main}
            </text>
            <text x={x} y={y + RADIUS + 13} textAnchor="middle" fontSize={12} fill={theme.colors.text.primary}>
              {node.title}
            </text>
            <text x={x} y={y + RADIUS + 26} textAnchor="middle" fontSize={10} fill={theme.colors.text.secondary}>
              {node.subtitle}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
