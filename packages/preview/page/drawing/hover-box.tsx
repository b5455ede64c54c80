import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface HoverBoxProps {
  readonly x: number;
  readonly y: number;
  /** Of the panel: right of its middle the box is on the left of the cursor. */
  readonly width: number;
  readonly time?: number | undefined;
  readonly timeZone?: TimeZone;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly color?: string | undefined }[];
}

/** What is under the cursor, beside it. */
export function HoverBox({ x, y, width, time, timeZone, rows }: HoverBoxProps) {
  const styles = useStyles2(getStyles);
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className={styles.box} style={{ ...side, top: y + 8 }} role="tooltip">
      {time === undefined ? null : (
        <div className={styles.time}>{dateTimeFormat(time, timeZone === undefined ? {} : { timeZone })}</div>
      )}
      {rows.map(({ label, value, color }) => (
        <div key={label} className={styles.row}>
          {color === undefined ? null : <span className={styles.swatch} style={{ background: color }} />}
          <span>{label}</span>
          <strong>{value}</strong>
        </div>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      position: 'absolute',
      zIndex: theme.zIndex.tooltip,
      pointerEvents: 'none',
      padding: theme.spacing(0.5, 1),
      background: theme.colors.background.elevated,
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.default,
      boxShadow: theme.shadows.z2,
      fontSize: theme.typography.bodySmall.fontSize,
      maxWidth: 320,
    }),
    time: css({ color: theme.colors.text.secondary }),
    row: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'center' }),
    swatch: css({ width: 10, height: 10, borderRadius: 2, flex: 'none' }),
  };
}
