import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AlertState } from './shown.ts';

/** What the states are called. */
export const STATE_WORDS: Readonly<Record<AlertState, string>> = {
  firing: 'firing',
  pending: 'pending',
  past: 'was active',
  inactive: 'quiet',
  unknown: 'not evaluated',
};

/** The state of an alert, in a word and a colour. */
export function StateBadge({ state }: { readonly state: AlertState }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={cx(styles.badge, styles[state])} data-testid="alert-state">
      {STATE_WORDS[state]}
    </span>
  );
}

function filled({ main, contrastText }: { readonly main: string; readonly contrastText: string }): string {
  return css({ background: main, color: contrastText });
}

function getStyles(theme: GrafanaTheme2) {
  return {
    badge: css({
      flex: 'none',
      minWidth: 74,
      padding: theme.spacing(0, 0.75),
      borderRadius: theme.shape.radius.default,
      fontSize: theme.typography.bodySmall.fontSize,
      textAlign: 'center',
    }),
    firing: filled(theme.colors.error),
    pending: filled(theme.colors.warning),
    past: css({ border: `1px solid ${theme.colors.warning.border}`, color: theme.colors.warning.text }),
    inactive: css({ border: `1px solid ${theme.colors.border.medium}`, color: theme.colors.text.secondary }),
    unknown: css({ border: `1px dashed ${theme.colors.border.strong}`, color: theme.colors.text.secondary }),
  };
}
