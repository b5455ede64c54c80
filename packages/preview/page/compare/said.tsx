import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { SaidDifference } from '../../src/wire/compare.ts';

/** A text in which what stands between backticks is code. */
function WithCode({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/`([^`]*)`/).map((part, i) =>
        // Every second part stood between backticks; parts do not change places.
        // oxlint-disable-next-line react/no-array-index-key
        i % 2 === 1 ? <code key={i}>{part}</code> : part,
      )}
    </>
  );
}

/** Differences in words, one below the other; what follows from one stands behind it. */
export function Said({ said }: { readonly said: readonly SaidDifference[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {said.map(({ text, consequence, details = [], reach }) => (
        <li key={text} className={styles.item}>
          <WithCode text={text} />
          {consequence === undefined ? null : (
            <strong className={reach === 'pager' ? styles.pager : styles.follows}>{consequence}</strong>
          )}
          {details.map((detail) => (
            <div key={detail} className={styles.detail}>
              <WithCode text={detail} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const follows = { marginLeft: theme.spacing(1), fontWeight: theme.typography.fontWeightMedium };
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    item: css({ overflowWrap: 'anywhere', code: { whiteSpace: 'pre-wrap' } }),
    detail: css({ color: theme.colors.text.secondary }),
    follows: css({ ...follows, color: theme.colors.warning.text }),
    pager: css({ ...follows, color: theme.colors.error.text }),
  };
}
