import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { tokenStyles } from '../inspect/token-styles.ts';
import { highlightCode } from './highlight-code.ts';

/** TypeScript, coloured. */
export function CodeView({ code }: { readonly code: string }) {
  const styles = useStyles2(getStyles);
  return (
    // It may be wider than the page: keys have to be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.code} data-testid="code" tabIndex={0} aria-label="TypeScript">
      {highlightCode(code).map(({ kind, text }, i) => (
        // Pieces do not change places.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i} className={styles[kind]}>
          {text}
        </span>
      ))}
    </pre>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    code: css({
      margin: 0,
      overflow: 'auto',
      maxHeight: '70vh',
      whiteSpace: 'pre',
      wordBreak: 'normal',
      overflowWrap: 'normal',
      fontSize: theme.typography.bodySmall.fontSize,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
    }),
    ...tokenStyles(theme),
  };
}
