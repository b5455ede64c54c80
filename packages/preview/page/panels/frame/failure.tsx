import { css, cx } from '@emotion/css';
import type { DataQueryError, GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import type { PanelQueryError } from '../../data/source.ts';
import { CellContext, DashboardContext } from '../../shell/dashboard-context.ts';

interface Failed {
  readonly errors: readonly (DataQueryError & Pick<PanelQueryError, 'query'>)[];
  /** Above a panel that still has something to show. */
  readonly strip?: boolean;
}

/** Why a panel shows nothing, or not all: the server's words, the query, and the line that defines the panel. */
export function Failure({ errors, strip = false }: Failed) {
  const styles = useStyles2(getStyles);
  const cell = useContext(CellContext);
  const { origins } = useContext(DashboardContext);
  const origin = cell === undefined ? undefined : origins[cell.element];
  return (
    <div className={cx(styles.box, strip && styles.strip)} role="alert" data-testid="panel-failure">
      {errors.map(({ message, refId, query }) => (
        <div key={`${refId ?? ''} ${message ?? ''}`} className={styles.one}>
          <div className={styles.message}>
            <Icon name="exclamation-circle" /> {refId === undefined ? '' : `${refId}: `}
            {message ?? 'the query failed'}
          </div>
          {query === undefined || strip ? null : <pre className={styles.query}>{query}</pre>}
        </div>
      ))}
      {origin === undefined || strip ? null : (
        <div className={styles.origin}>
          defined at <code>{origin}</code>
        </div>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      height: '100%',
      overflow: 'auto',
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5),
    }),
    strip: css({
      height: 'auto',
      position: 'absolute',
      zIndex: 1,
      right: 0,
      top: 0,
      maxWidth: '90%',
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    one: css({ display: 'grid', gap: theme.spacing(0.5) }),
    message: css({ color: theme.colors.error.text, overflowWrap: 'anywhere' }),
    query: css({
      margin: 0,
      padding: theme.spacing(0.5, 1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    origin: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
