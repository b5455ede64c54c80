import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { GraphNode } from './service-graph.ts';

/** How many alerts of a service fire and are about to, in words and colours; nothing when all is quiet. */
export function AlertCounts({ node: { firing, pending } }: { readonly node: GraphNode }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {firing > 0 ? <span className={cx(styles.pill, styles.firing)}>{`${firing} firing`}</span> : null}
      {pending > 0 ? <span className={cx(styles.pill, styles.pending)}>{`${pending} pending`}</span> : null}
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    pill: css({
      flex: 'none',
      padding: theme.spacing(0, 0.5),
      borderRadius: theme.shape.radius.default,
      fontSize: 11,
      lineHeight: '16px',
      whiteSpace: 'nowrap',
    }),
    firing: css({ background: theme.colors.error.main, color: theme.colors.error.contrastText }),
    pending: css({ background: theme.colors.warning.main, color: theme.colors.warning.contrastText }),
  };
}
