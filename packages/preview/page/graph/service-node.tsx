import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { CSSProperties } from 'react';
import { AlertCounts } from './alert-counts.tsx';
import { factsOf, findingsOf } from './facts.ts';
import { type GraphNode, OWNER } from './service-graph.ts';

/** What a node is to the one that is selected. */
export type Standing = 'plain' | 'selected' | 'need' | 'needer' | 'far';

/** The size of a node in pixels. */
export const NODE = { width: 208, height: 56 } as const;

const KINDS: Readonly<Record<string, IconName>> = {
  'online-serving': 'cloud',
  'offline-processing': 'process',
  batch: 'clock-nine',
  library: 'book',
  datastore: 'database',
  queue: 'list-ul',
  host: 'monitor',
  infrastructure: 'cog',
  [OWNER]: 'users-alt',
};

interface ServiceNodeProps {
  readonly node: GraphNode;
  readonly standing: Standing;
  /** Not asked for, but beside what is. */
  readonly isBeside: boolean;
  /** Titles of what it depends on, and of what depends on it. */
  readonly needs: readonly string[];
  readonly neededBy: readonly string[];
  readonly tabIndex: 0 | -1;
  readonly style?: CSSProperties;
  readonly select: () => void;
}

/** A service as a card of the graph. */
export function ServiceNode({ node, standing, isBeside, needs, neededBy, tabIndex, style, select }: ServiceNodeProps) {
  const styles = useStyles2(getStyles);
  const findings = findingsOf(node);
  return (
    <button
      type="button"
      className={cx(styles.node, styles[standing], (isBeside || !node.isDeclared) && styles.beside)}
      style={style}
      tabIndex={tabIndex}
      aria-pressed={standing === 'selected'}
      data-node={node.id}
      data-standing={standing}
      title={node.title}
      onClick={select}
    >
      <span className={styles.line}>
        <Icon name={KINDS[node.kind] ?? 'cube'} size="sm" className={styles.icon} />
        <span className={styles.title}>{node.title}</span>
        <AlertCounts node={node} />
      </span>
      <span className={styles.line}>
        <span className={styles.quiet}>{factsOf(node)}</span>
        {findings === '' ? null : (
          <span className={node.errors > 0 ? styles.error : styles.warning} title={findings}>
            <Icon name="exclamation-triangle" size="xs" />
            <span aria-hidden>{node.errors + node.warnings}</span>
            <span className="sr-only">{findings}</span>
          </span>
        )}
      </span>
      <span className="sr-only">
        {needs.length === 0 ? '' : `depends on ${needs.join(', ')}; `}
        {neededBy.length === 0 ? '' : `needed by ${neededBy.join(', ')}`}
      </span>
    </button>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  const need = theme.colors.primary.text;
  const needer = theme.visualization.getColorByName('purple');
  return {
    node: css({
      position: 'relative',
      display: 'grid',
      alignContent: 'center',
      gap: 2,
      width: NODE.width,
      height: NODE.height,
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      color: theme.colors.text.primary,
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.strong}`,
      borderRadius: theme.shape.radius.default,
      '&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
    plain: css({}),
    selected: css({
      borderColor: theme.colors.primary.border,
      boxShadow: `0 0 0 2px ${theme.colors.primary.border}`,
      background: theme.colors.background.secondary,
    }),
    need: css({ borderColor: need, boxShadow: `inset 3px 0 0 ${need}` }),
    needer: css({ borderColor: needer, boxShadow: `inset -3px 0 0 ${needer}` }),
    far: css({
      borderColor: theme.colors.border.weak,
      background: theme.colors.background.canvas,
      color: theme.colors.text.secondary,
    }),
    beside: css({ borderStyle: 'dashed' }),
    line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0 }),
    icon: css({ flex: 'none', color: theme.colors.text.secondary }),
    title: css({
      flex: 1,
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightMedium,
    }),
    quiet: css({
      flex: 1,
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      color: theme.colors.text.secondary,
      ...small,
    }),
    error: css({ color: theme.colors.error.text, whiteSpace: 'nowrap', ...small }),
    warning: css({ color: theme.colors.warning.text, whiteSpace: 'nowrap', ...small }),
  };
}
