import type { Diagnostic } from '@binnacle/model';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

const WORDS: Readonly<Record<Diagnostic['severity'], string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

/** Findings one below the other: what is wrong, where, and what to write instead. */
export function FindingList({ findings }: { readonly findings: readonly Diagnostic[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {findings.map((finding, i) => (
        // Findings have no name of their own and do not change places.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.item}>
          <div>
            <strong className={styles[finding.severity]}>{WORDS[finding.severity]}</strong> {finding.message}
          </div>
          {finding.fix === undefined ? null : <div className={styles.quiet}>{finding.fix}</div>}
          <div className={styles.quiet}>
            {finding.origin === undefined ? null : (
              <code>
                {finding.origin.file}:{finding.origin.line}
              </code>
            )}{' '}
            {finding.rule}
          </div>
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(1) }),
    item: css({ overflowWrap: 'anywhere' }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    error: css({ color: theme.colors.error.text }),
    warning: css({ color: theme.colors.warning.text }),
    info: css({ color: theme.colors.info.text }),
  };
}
