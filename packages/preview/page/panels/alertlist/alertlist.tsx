import { css } from '@emotion/css';
import { dateTimeFormatTimeAgo, type GrafanaTheme2, type PanelProps, type TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { defaultSource } from '../../data/settings.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { usePainted } from '../frame/painted.ts';
import { type Alert, type AlertOptions, fetchAlerts, type ServedAlerts, shownAlerts } from './alerts.ts';

function Draw({ data, options, replaceVariables, timeRange }: PanelProps<AlertOptions>) {
  const styles = useStyles2(getStyles);
  const [answer, setAnswer] = useState<{ readonly served: ServedAlerts | string; readonly at: TimeRange }>();
  usePainted(answer?.at === timeRange ? 'drawn' : undefined, data);
  useEffect(() => {
    let current = true;
    const show = (served: ServedAlerts | string): void => {
      if (current) setAnswer({ served, at: timeRange });
    };
    void fetchAlerts(defaultSource()).then(show, (error: unknown) =>
      show(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
    // A refresh of the dashboard moves its time range.
  }, [timeRange]);
  if (answer === undefined) return <Note text="Loading …" quiet />;
  const { served } = answer;
  if (typeof served === 'string') return <Note text={`The alerts cannot be asked for here: ${served}`} />;
  const filter = replaceVariables(options.alertInstanceLabelFilter);
  const alerts = shownAlerts(served, {
    ...options,
    alertName: replaceVariables(options.alertName),
    alertInstanceLabelFilter: filter,
  });
  if (alerts.length === 0) return <Note text="No alert is pending or firing" />;
  return (
    <ul className={styles.list}>
      {alerts.map((alert: Alert) => (
        <li key={`${alert.name} ${alert.labels}`} className={styles.item} data-state={alert.state}>
          <div>
            <strong className={alert.state === 'firing' ? styles.firing : styles.pending}>{alert.state}</strong>{' '}
            {alert.name}
            {alert.since === undefined ? null : (
              <span className={styles.quiet}> {dateTimeFormatTimeAgo(alert.since)}</span>
            )}
          </div>
          <div className={styles.quiet}>{alert.summary === '' ? alert.labels : alert.summary}</div>
        </li>
      ))}
    </ul>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ listStyle: 'none', margin: 0, padding: 0, height: '100%', overflow: 'auto' }),
    item: css({ padding: theme.spacing(0.5, 1), borderBottom: `1px solid ${theme.colors.border.weak}` }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    firing: css({ color: theme.colors.error.text }),
    pending: css({ color: theme.colors.warning.text }),
  };
}

/** Alerts that are pending or firing. */
export const alertlist = definePanel<AlertOptions>({
  Draw,
  needsData: false,
  tellsWhenDrawn: true,
  options: { alertName: '', alertInstanceLabelFilter: '', maxItems: 20, sortOrder: 1, stateFilter: {} },
});
