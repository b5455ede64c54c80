import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';

/** Where something is defined, `file:line`, ready to be copied. */
export function Place({ at }: { readonly at: string | undefined }) {
  const styles = useStyles2(getStyles);
  if (at === undefined) return null;
  return (
    <span className={styles.place}>
      <code>{at}</code>
      <ClipboardButton
        size="sm"
        fill="text"
        variant="secondary"
        icon="copy"
        getText={() => at}
        aria-label={`Copy ${at}`}
      />
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    place: css({
      display: 'inline-flex',
      alignItems: 'center',
      maxWidth: '100%',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}
