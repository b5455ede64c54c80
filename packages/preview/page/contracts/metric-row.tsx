import type { MetricType } from '@binnacle/model';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { MetricDetails } from './metric-details.tsx';
import { readersInWords } from './reader-groups.ts';
import type { Listed } from './shown.ts';

const COLORS: Readonly<Record<MetricType, string>> = {
  counter: 'blue',
  gauge: 'green',
  histogram: 'purple',
  'native-histogram': 'purple',
  summary: 'orange',
  info: 'text',
};

function Type({ type }: { readonly type: MetricType }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <span className={styles.type}>
      <span className={styles.dot} style={{ background: theme.visualization.getColorByName(COLORS[type]) }} />
      {type}
    </span>
  );
}

/** How many findings there are about a metric. */
function Findings({ listed: { contract } }: { readonly listed: Listed }) {
  const styles = useStyles2(getStyles);
  const count = contract.findings.length;
  if (count === 0) return null;
  const isError = contract.findings.some(({ severity }) => severity === 'error');
  return (
    <span className={isError ? styles.error : styles.warning}>
      <Icon name="exclamation-triangle" size="sm" /> {`${count} ${count === 1 ? 'finding' : 'findings'}`}
    </span>
  );
}

interface MetricRowProps {
  readonly listed: Listed;
  readonly range: TimeRange;
  /** Where the list does not say which service it is about. */
  readonly withService: boolean;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** A metric in a line, and when it is open everything about it. */
export function MetricRow({ listed, range, withService, isOpen, toggle }: MetricRowProps) {
  const styles = useStyles2(getStyles);
  const { service, metric, seriesPerInstance, readers } = listed.contract;
  const read = readersInWords(readers);
  return (
    <li className={styles.row} data-metric={listed.id}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        onClick={toggle}
        data-entry={listed.id}
        data-testid="metric-row"
      >
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} className={styles.arrow} />
        <span className={styles.what}>
          <span className={styles.name}>{metric.name}</span>
          <span className={styles.help}>
            {withService ? `${service}: ` : ''}
            {metric.help}
          </span>
        </span>
        <span className={styles.facts}>
          <Type type={metric.type} />
          <span className={styles.quiet}>{metric.unit}</span>
        </span>
        <span className={cx(styles.quiet, styles.labels)}>{metric.labels.map(({ name }) => name).join(', ')}</span>
        <span className={cx(styles.quiet, styles.series)}>{`≤ ${seriesPerInstance.toLocaleString('en')} series`}</span>
        <span className={styles.facts}>
          {read === '' ? (
            <span className={styles.quiet}>read by nothing</span>
          ) : (
            <span className={styles.quiet}>{read}</span>
          )}
          <Findings listed={listed} />
        </span>
      </button>
      {isOpen ? <MetricDetails listed={listed} range={range} /> : null}
    </li>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    row: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
    line: css({
      display: 'grid',
      gridTemplateColumns:
        '16px minmax(0, 4fr) minmax(120px, 1fr) minmax(0, 1.4fr) minmax(80px, 0.7fr) minmax(0, 1.6fr)',
      gap: theme.spacing(0.25, 1.5),
      alignItems: 'baseline',
      width: '100%',
      padding: theme.spacing(0.75, 0.5),
      border: 0,
      background: 'none',
      textAlign: 'left',
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
      [theme.breakpoints.down('md')]: { gridTemplateColumns: '16px minmax(0, 1fr) auto' },
    }),
    arrow: css({ alignSelf: 'start', marginTop: 2 }),
    what: css({
      display: 'grid',
      minWidth: 0,
      [theme.breakpoints.down('md')]: { gridColumn: '2 / -1' },
    }),
    name: css({ fontFamily: theme.typography.fontFamilyMonospace, overflowWrap: 'anywhere', ...small }),
    help: css({
      color: theme.colors.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      ...small,
    }),
    facts: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      minWidth: 0,
      [theme.breakpoints.down('md')]: { gridColumnStart: 2 },
    }),
    labels: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
    series: css({
      textAlign: 'right',
      whiteSpace: 'nowrap',
      [theme.breakpoints.down('md')]: { gridColumnStart: 3 },
    }),
    type: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      ...small,
    }),
    dot: css({ width: 8, height: 8, borderRadius: '50%', flex: 'none' }),
    quiet: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere', ...small }),
    warning: css({ color: theme.colors.warning.text, ...small }),
    error: css({ color: theme.colors.error.text, ...small }),
  };
}
