import { css } from '@emotion/css';
import { dateTimeFormat, formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { openTrace } from '../../data/traces.ts';
import type { Span } from './spans.ts';

const INDENT = 12;

interface SpanListProps {
  readonly spans: readonly Span[];
  /** Of the time that stands above a single trace. */
  readonly timeZone: string;
}

/** Bars one below the other on one axis of time: the spans of one trace with what it is above them, or several traces, which open. */
export function SpanList({ spans, timeZone }: SpanListProps) {
  const styles = useStyles2(getStyles);
  const { visualization } = useTheme2();
  const from = Math.min(...spans.map(({ start }) => start));
  const length = Math.max(...spans.map(({ start, duration }) => start + duration)) - from || 1;
  const services = [...new Set(spans.map(({ service }) => service))];
  const ms = getValueFormat('ms');
  const asText = (duration: number): string => formattedValueToString(ms(duration));
  const [first] = spans;
  const isOne = new Set(spans.map(({ trace }) => trace)).size === 1 && spans.length > 1;
  return (
    <div className={styles.whole}>
      {isOne && first !== undefined ? (
        <dl className={styles.head}>
          {[
            ['Trace', first.trace],
            ['Began', dateTimeFormat(first.start, { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS' })],
            ['Took', asText(length)],
            ['Services', String(services.length)],
            ['Spans', String(spans.length)],
          ].map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <ol className={styles.list} tabIndex={0} aria-label={isOne ? 'Spans' : 'Traces'}>
        {spans.map(({ id, trace, service, name, start, duration, depth, failed }) => {
          const text = (
            <>
              {failed ? <Icon name="exclamation-circle" className={styles.failed} title="error" /> : null}
              <strong>{service}</strong> {name}
            </>
          );
          return (
            <li key={`${trace} ${id}`} className={styles.row} data-failed={failed}>
              {isOne ? (
                <span className={styles.name} style={{ paddingLeft: depth * INDENT }}>
                  {text}
                </span>
              ) : (
                <button
                  type="button"
                  className={styles.open}
                  style={{ paddingLeft: depth * INDENT }}
                  onClick={() => openTrace(trace)}
                >
                  {text}
                </button>
              )}
              <span className={styles.track}>
                <span
                  className={styles.bar}
                  style={{
                    left: `${((start - from) / length) * 100}%`,
                    width: `${Math.max(0.3, (duration / length) * 100)}%`,
                    background: visualization.getColorByName(
                      visualization.palette[services.indexOf(service) % visualization.palette.length] ?? 'blue',
                    ),
                  }}
                />
              </span>
              <span className={styles.time}>{asText(duration)}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const name = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    whole: css({ display: 'flex', flexDirection: 'column', height: '100%' }),
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: theme.spacing(0, 0, 1),
      fontSize: theme.typography.bodySmall.fontSize,
      '& > div': { display: 'flex', gap: theme.spacing(0.5) },
      '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
      '& dd': { margin: 0 },
    }),
    list: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      flex: 1,
      minHeight: 0,
      overflow: 'auto',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
    row: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 2fr) 3fr 70px',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.25, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    name: css(name),
    open: css({
      ...name,
      border: 0,
      padding: 0,
      background: 'transparent',
      color: theme.colors.text.link,
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
    }),
    failed: css({ color: theme.colors.error.text, marginRight: theme.spacing(0.5) }),
    track: css({ position: 'relative', height: 12 }),
    bar: css({ position: 'absolute', height: 12, borderRadius: 2 }),
    time: css({
      textAlign: 'right',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}
