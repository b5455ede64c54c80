import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** What there is to choose, beside what it is called. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <div className={styles.content}>
        {children}
        {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    field: css({
      display: 'grid',
      gridTemplateColumns: '88px minmax(0, 1fr)',
      gap: theme.spacing(1),
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(0.5) },
    }),
    label: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: theme.spacing(3),
    }),
    content: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1), minWidth: 0 }),
    hint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
