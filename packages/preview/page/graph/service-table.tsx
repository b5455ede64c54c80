import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { RefObject } from 'react';
import { AlertCounts } from './alert-counts.tsx';
import { findingsOf } from './facts.ts';
import type { GraphNode, ServiceGraph } from './service-graph.ts';

/** Services that are named in a cell at most. */
const MOST = 8;

interface ServiceTableProps {
  readonly graph: ServiceGraph;
  readonly nodes: readonly GraphNode[];
  readonly selected: string;
  readonly select: (id: string) => void;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** The same as the graph in words: a row for each service with what it depends on and what needs it. */
export function ServiceTable({ graph, nodes, selected, select, list }: ServiceTableProps) {
  const styles = useStyles2(getStyles);
  const titles = (ids: readonly string[] = []): string => {
    const names = ids.slice(0, MOST).map((id) => graph.nodes.get(id)?.title ?? id);
    return [...names, ...(ids.length > MOST ? [`${ids.length - MOST} more`] : [])].join(', ');
  };
  return (
    <div ref={list} className={styles.box}>
      <table className={styles.table}>
        <caption className="sr-only">Services and what they depend on</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Owner</th>
            <th scope="col">Tier</th>
            <th scope="col">Kind</th>
            <th scope="col">Alerts</th>
            <th scope="col">Findings</th>
            <th scope="col">Depends on</th>
            <th scope="col">Needed by</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id} className={node.id === selected ? styles.selected : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  aria-pressed={node.id === selected}
                  data-entry={node.id}
                  onClick={() => select(node.id)}
                >
                  {node.title}
                </button>
              </th>
              <td>{node.isDeclared ? node.owner : 'declared by no service'}</td>
              <td>{node.tier}</td>
              <td>{node.kind}</td>
              <td>
                <span className={styles.counts}>
                  <AlertCounts node={node} />
                </span>
              </td>
              <td>{findingsOf(node)}</td>
              <td>{titles(graph.needs.get(node.id))}</td>
              <td>{titles(graph.neededBy.get(node.id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      overflowX: 'auto',
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    table: css({
      width: '100%',
      fontSize: theme.typography.bodySmall.fontSize,
      'th, td': {
        padding: theme.spacing(0.75, 1),
        textAlign: 'left',
        verticalAlign: 'top',
        fontWeight: 'normal',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      'thead th': { color: theme.colors.text.secondary, whiteSpace: 'nowrap' },
      'tbody th': { fontSize: theme.typography.body.fontSize, minWidth: 140 },
    }),
    selected: css({ background: theme.colors.action.selected }),
    counts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
    link: css({
      padding: 0,
      border: 0,
      background: 'none',
      textAlign: 'left',
      color: theme.colors.text.link,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
