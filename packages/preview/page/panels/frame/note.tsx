import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** A sentence in the middle of a panel. */
export function Note({
  text,
  quiet = false,
  children,
}: {
  readonly text: string;
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div className={cx(styles.note, quiet && styles.quiet)} role="status">
      <div>{text}</div>
      {children}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    note: css({
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(1),
      height: '100%',
      padding: theme.spacing(1),
      color: theme.colors.text.secondary,
      textAlign: 'center',
      overflow: 'auto',
    }),
    quiet: css({ opacity: 0.7 }),
  };
}
