import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { QueryChange } from '../../src/wire/compare.ts';
import { laidOut } from '../inspect/query-view.tsx';
import { tokenStyles } from '../inspect/token-styles.ts';
import { type DiffToken, queryDiff } from './query-diff.ts';

interface Version {
  readonly name: string;
  readonly tokens: readonly DiffToken[];
  /** The element that says of a piece that it went or came. */
  readonly as: 'del' | 'ins';
}

function Code({ name, tokens, as: Changed }: Version) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <div className={styles.name}>{name}</div>
      <pre className={styles.code} data-testid={`query-${Changed}`}>
        {tokens.map(({ kind, text, changed }, i) => {
          const Piece = changed ? Changed : 'span';
          // Pieces do not change places.
          // oxlint-disable-next-line react/no-array-index-key
          return (
            <Piece key={i} className={cx(styles[kind], changed && styles[Changed])}>
              {text}
            </Piece>
          );
        })}
      </pre>
    </div>
  );
}

function whole(query: string): readonly DiffToken[] {
  return queryDiff(query, query).after;
}

/** A query before and after, one below the other, with what went struck out and what came underlined. */
export function QueryDiffView({ query: { label, before, after } }: { readonly query: QueryChange }) {
  const styles = useStyles2(getStyles);
  const diff = before === undefined || after === undefined ? undefined : queryDiff(laidOut(before), laidOut(after));
  return (
    <section className={styles.box} aria-label={label}>
      {before === undefined ? null : (
        <Code name={`${label} before`} tokens={diff?.before ?? whole(laidOut(before))} as="del" />
      )}
      {after === undefined ? null : (
        <Code
          name={`${label} ${before === undefined ? '' : 'after'}`}
          tokens={diff?.after ?? whole(laidOut(after))}
          as="ins"
        />
      )}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ display: 'grid', gap: theme.spacing(1), minWidth: 0 }),
    name: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    code: css({
      margin: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    del: css({ background: theme.colors.error.transparent, textDecoration: 'line-through 2px' }),
    ins: css({ background: theme.colors.success.transparent, textDecoration: 'underline 2px', textUnderlineOffset: 3 }),
    ...tokenStyles(theme),
  };
}
