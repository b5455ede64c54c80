import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CHANGE_WORDS } from './words.ts';

/** What happened to something, in a word and a sign: nobody has to tell colours apart. */
export function ChangeWord({ change }: { readonly change: keyof typeof CHANGE_WORDS }) {
  const styles = useStyles2(getStyles);
  return <span className={cx(styles.word, styles[change])}>{`${SIGNS[change]} ${CHANGE_WORDS[change]}`}</span>;
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

function getStyles(theme: GrafanaTheme2) {
  return {
    word: css({
      display: 'inline-block',
      padding: theme.spacing(0, 0.75),
      borderRadius: theme.shape.radius.default,
      border: '1px solid currentcolor',
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: '18px',
      whiteSpace: 'nowrap',
    }),
    added: css({ color: theme.colors.success.text }),
    removed: css({ color: theme.colors.error.text }),
    changed: css({ color: theme.colors.warning.text }),
  };
}
