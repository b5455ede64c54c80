import { css } from '@emotion/css';
import { parse, pretty } from '@binnacle/promql';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import { highlight } from './highlight.ts';
import { tokenStyles } from './token-styles.ts';

/** A query laid out over lines, or as it is when it cannot be read. */
export function laidOut(query: string): string {
  const { expr, errors } = parse(query);
  return errors.length > 0 ? query : pretty(expr);
}

/** A query of PromQL, laid out and coloured, with a button that copies it. */
export function QueryView({ query, label }: { readonly query: string; readonly label: string }) {
  const styles = useStyles2(getStyles);
  const text = laidOut(query);
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <span>{label}</span>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => text} aria-label={`Copy ${label}`}>
          Copy
        </ClipboardButton>
      </div>
      <pre className={styles.code} data-testid="query">
        {highlight(text).map(({ kind, text: piece }, i) => (
          // Pieces do not change places.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i} className={styles[kind]}>
            {piece}
          </span>
        ))}
      </pre>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ marginBottom: theme.spacing(2) }),
    head: css({
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      marginBottom: theme.spacing(0.5),
      color: theme.colors.text.secondary,
    }),
    code: css({ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    ...tokenStyles(theme),
  };
}
