import { css } from '@emotion/css';
import type { MetricType } from '@binnacle/model';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';

/** Types as they are said beside metrics, and their colours. */
const TYPES: Readonly<Record<MetricType, { readonly name: string; readonly color: string }>> = {
  counter: { name: 'counter', color: 'blue' },
  gauge: { name: 'gauge', color: 'green' },
  histogram: { name: 'histogram', color: 'purple' },
  'native-histogram': { name: 'native', color: 'purple' },
  summary: { name: 'summary', color: 'orange' },
  info: { name: 'info', color: 'text' },
};

/** The type of a metric. */
export function TypeBadge({ type }: { readonly type: MetricType }) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { name, color } = TYPES[type];
  return (
    <span className={styles.type} title={`type: ${type}`}>
      <span className={styles.dot} style={{ background: theme.visualization.getColorByName(color) }} />
      {name}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    type: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
      whiteSpace: 'nowrap',
    }),
    dot: css({ width: 8, height: 8, borderRadius: theme.shape.radius.circle }),
  };
}
