import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { spansOf } from './spans.ts';

const INDENT = 12;

function Draw({ data }: PanelProps<object>) {
  const styles = useStyles2(getStyles);
  const { visualization } = useTheme2();
  const spans = spansOf(data.series);
  if (spans.length === 0) return <Note text="The data has no traces: fields named traceID and duration" />;
  const from = Math.min(...spans.map(({ start }) => start));
  const length = Math.max(...spans.map(({ start, duration }) => start + duration)) - from || 1;
  const services = [...new Set(spans.map(({ service }) => service))];
  const ms = getValueFormat('ms');
  return (
    <ol className={styles.list}>
      {spans.map(({ id, trace, service, name, start, duration, depth }) => (
        <li key={`${trace} ${id}`} className={styles.row}>
          <span className={styles.name} style={{ paddingLeft: depth * INDENT }}>
            <strong>{service}</strong> {name}
          </span>
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
          <span className={styles.time}>{formattedValueToString(ms(duration))}</span>
        </li>
      ))}
    </ol>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0, height: '100%', overflow: 'auto' }),
    row: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 2fr) 3fr 70px',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(0.25, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    track: css({ position: 'relative', height: 12 }),
    bar: css({ position: 'absolute', height: 12, borderRadius: 2 }),
    time: css({
      textAlign: 'right',
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
}

/** Traces and their spans, one below the other. */
export const traces = definePanel<object>({ Draw });
