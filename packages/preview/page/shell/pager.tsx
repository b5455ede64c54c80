import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

interface PagerProps {
  /** What is counted, plural. */
  readonly noun: string;
  readonly count: number;
  readonly size: number;
  /** From zero on. */
  readonly page: number;
  readonly turn: (page: number) => void;
}

/** Which part of a long list is shown, and the ways to the parts before and after it. Nothing for a short one. */
export function Pager({ noun, count, size, page, turn }: PagerProps) {
  const styles = useStyles2(getStyles);
  if (count <= size) return null;
  const last = Math.ceil(count / size) - 1;
  return (
    <nav className={styles.pager} aria-label={`Pages of ${noun}`}>
      <Button size="sm" variant="secondary" icon="angle-left" disabled={page === 0} onClick={() => turn(page - 1)}>
        Before
      </Button>
      <span>
        {`${(page * size + 1).toLocaleString('en')} to ${Math.min(count, (page + 1) * size).toLocaleString('en')} of ${count.toLocaleString('en')} ${noun}`}
      </span>
      <Button size="sm" variant="secondary" icon="angle-right" disabled={page >= last} onClick={() => turn(page + 1)}>
        After
      </Button>
    </nav>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    pager: css({
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'center',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      color: theme.colors.text.secondary,
    }),
  };
}
