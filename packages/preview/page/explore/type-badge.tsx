import { css } from '@emotion/css';
import type { MetricType } from '@binnacle/model';
import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

/** Names of types as they are said beside metrics, and their colours. */
const TYPES: Readonly<Record<MetricType, { readonly name: string; readonly color: string }>> = {
  counter: { name: 'counter', color: 'blue' },
  gauge: { name: 'gauge', color: 'green' },
  histogram: { name: 'histogram', color: 'orange' },
  'native-histogram': { name: 'native', color: 'orange' },
  summary: { name: 'summary', color: 'purple' },
  info: { name: 'info', color: 'yellow' },
};

/** The type of a metric. */
export function TypeBadge({ type }: { readonly type: MetricType }) {
  const theme = useTheme2();
  const { name, color } = TYPES[type];
  return (
    <span className={styleOf(theme, color)} title={`type: ${type}`}>
      {name}
    </span>
  );
}

function styleOf(theme: GrafanaTheme2, color: string): string {
  const shade = theme.isDark ? 'light' : 'dark';
  const own = theme.visualization.getColorByName(`${shade}-${color}`);
  return css({
    padding: theme.spacing(0, 0.5),
    border: `1px solid ${own}`,
    borderRadius: theme.shape.radius.default,
    color: own,
    fontSize: theme.typography.size.xs,
    lineHeight: 1.4,
    whiteSpace: 'nowrap',
  });
}
