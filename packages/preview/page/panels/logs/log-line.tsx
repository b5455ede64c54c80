import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';
import { fieldsIn, type LineField } from './line-fields.ts';
import type { FoldedLine } from './lines.ts';

interface LogLineProps {
  readonly line: FoldedLine;
  /** As the panel shows it; empty where it does not. */
  readonly time: string;
  readonly labels: string;
  readonly text: string;
  readonly wraps: boolean;
  /** Whether its details can be looked at. */
  readonly opens: boolean;
}

/** One line with its level, and on demand its fields and labels. */
export function LogLine({ line, time, labels, text, wraps, opens }: LogLineProps) {
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { level, count } = line;
  const head = (
    <>
      {time === '' ? null : <time className={styles.quiet}>{time}</time>}
      {level === '' ? null : <span className={styles.level}>{level}</span>}
    </>
  );
  return (
    <li className={styles.line} data-level={level}>
      <div className={styles.row}>
        {opens ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? 'angle-down' : 'angle-right'} title="Details" />
            {head}
          </button>
        ) : (
          head
        )}
        {count === 1 ? null : <span className={styles.count}>×{count}</span>}
        {labels === '' ? null : <span className={styles.quiet}>{labels}</span>}
        <span className={wraps ? styles.wrapped : styles.whole}>{text}</span>
      </div>
      {isOpen ? (
        <div id={id} className={styles.details}>
          <Pairs title="Fields" pairs={fieldsIn(line.text)} />
          <Pairs title="Labels" pairs={Object.entries(line.labels)} />
        </div>
      ) : null}
    </li>
  );
}

function Pairs({ title, pairs }: { readonly title: string; readonly pairs: readonly LineField[] }) {
  const styles = useStyles2(getStyles);
  if (pairs.length === 0) return null;
  return (
    <table className={styles.pairs}>
      <caption>{title}</caption>
      <tbody>
        {pairs.map(([name, value], i) => (
          // A name may stand in a line twice.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={i}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const COLORS = {
  critical: 'purple',
  error: 'red',
  warning: 'yellow',
  info: 'green',
  debug: 'blue',
  trace: 'light-blue',
} as const;

function getStyles(theme: GrafanaTheme2) {
  const borders = Object.fromEntries(
    Object.entries(COLORS).map(([level, color]) => [
      `&[data-level="${level}"]`,
      { borderLeftColor: theme.visualization.getColorByName(color) },
    ]),
  );
  return {
    line: css({ padding: theme.spacing(0.25, 1), borderLeft: '3px solid transparent', ...borders }),
    row: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' }),
    toggle: css({
      display: 'flex',
      flexShrink: 0,
      gap: theme.spacing(1),
      padding: 0,
      border: 0,
      background: 'transparent',
      color: theme.colors.text.secondary,
      font: 'inherit',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
    quiet: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
    level: css({ minWidth: '7ch', color: theme.colors.text.secondary, textAlign: 'left' }),
    count: css({ color: theme.colors.text.secondary }),
    wrapped: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    whole: css({ whiteSpace: 'pre' }),
    details: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 4),
      alignItems: 'flex-start',
      margin: theme.spacing(0.5, 0, 1, 3),
      padding: theme.spacing(1),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    pairs: css({
      '& caption': { captionSide: 'top', padding: 0, color: theme.colors.text.secondary },
      '& th': {
        paddingRight: theme.spacing(2),
        fontWeight: theme.typography.fontWeightMedium,
        textAlign: 'left',
        verticalAlign: 'top',
        whiteSpace: 'nowrap',
      },
      '& td': { overflowWrap: 'anywhere' },
    }),
  };
}
