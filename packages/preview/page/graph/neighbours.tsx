import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { AlertCounts } from './alert-counts.tsx';
import type { ServiceGraph } from './service-graph.ts';

/** Services that are listed before one asks for the rest. */
const MOST = 12;

interface NeighboursProps {
  readonly title: string;
  readonly none: string;
  readonly ids: readonly string[];
  readonly graph: ServiceGraph;
  readonly color: 'need' | 'needer';
  readonly select: (id: string) => void;
}

/** What a service depends on, or what depends on it. */
export function Neighbours({ title, none, ids, graph, color, select }: NeighboursProps) {
  const styles = useStyles2(getStyles);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ids : ids.slice(0, MOST);
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        <span className={styles[color]} /> {ids.length === 0 ? title : `${title} ${ids.length}`}
      </h3>
      {ids.length === 0 ? <span className={styles.quiet}>{none}</span> : null}
      <ul className={styles.list}>
        {shown.map((id) => {
          const node = graph.nodes.get(id);
          return node === undefined ? null : (
            <li key={id} className={styles.item}>
              <button type="button" className={styles.link} onClick={() => select(id)}>
                {node.title}
              </button>
              <AlertCounts node={node} />
            </li>
          );
        })}
      </ul>
      {shown.length < ids.length ? (
        <Button size="sm" fill="text" onClick={() => setWhole(true)}>{`${ids.length - shown.length} more`}</Button>
      ) : null}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const dot = { width: 10, height: 10, borderRadius: 2, flex: 'none' };
  return {
    title: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      margin: theme.spacing(0, 0, 0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      color: theme.colors.text.secondary,
    }),
    need: css({ ...dot, background: theme.colors.primary.text }),
    needer: css({ ...dot, background: theme.visualization.getColorByName('purple') }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }),
    item: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0, 1) }),
    link: css({
      padding: 0,
      border: 0,
      background: 'none',
      textAlign: 'left',
      color: theme.colors.text.link,
      overflowWrap: 'anywhere',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
