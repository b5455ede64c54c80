import type { MetricSpec } from '@binnacle/model';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { promDuration, rateInterval } from '../data/intervals.ts';
import { sourceSettings } from '../data/settings.ts';
import { lineStep, QueryLine } from '../drawing/query-line.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { lookAt, lookUnit } from './look.ts';

/** What a metric does on the data that is shown, with the query it is looked at by. */
export function MetricChart({ metric, range }: { readonly metric: MetricSpec; readonly range: TimeRange }) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const window = promDuration(rateInterval(lineStep(range) * 1000, sourceSettings().scrapeInterval));
  const { query, label } = lookAt(metric, window);
  return (
    <figure className={styles.figure}>
      <QueryLine
        query={query}
        label={`${metric.name}, ${label}`}
        range={range}
        unit={lookUnit(metric)}
        version={project?.data}
        isLarge
      />
      <figcaption className={styles.caption}>
        <span>{`${label}, ${dateTimeFormat(range.from, { format: 'MM-DD HH:mm' })} to ${dateTimeFormat(range.to, { format: 'HH:mm' })}`}</span>
        <code>{query}</code>
      </figcaption>
    </figure>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    figure: css({ margin: 0, minWidth: 0 }),
    caption: css({
      display: 'grid',
      gap: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      code: { overflowWrap: 'anywhere', whiteSpace: 'normal', justifySelf: 'start', margin: 0 },
    }),
  };
}
