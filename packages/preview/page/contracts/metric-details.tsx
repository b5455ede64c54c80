import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type ReactNode, useContext } from 'react';
import { Link } from 'react-router-dom';
import { FindingList } from '../findings/finding-list.tsx';
import { Place } from '../shell/place.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { exploreAddress } from './address.ts';
import { useLabelData } from './label-data.ts';
import { seriesOf } from './look.ts';
import { MetricChart } from './metric-chart.tsx';
import { MetricLabels } from './metric-labels.tsx';
import { MetricReaders } from './metric-readers.tsx';
import type { Listed } from './shown.ts';

const INSTANCE = 'instance';

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** How many series there can be, in words. */
function seriesWords(perInstance: number, instances: number): string {
  const bound = `at most ${perInstance.toLocaleString('en')} series per instance`;
  return instances > 1
    ? `${bound}, ${(perInstance * instances).toLocaleString('en')} on the ${instances} instances in the data`
    : bound;
}

/** All there is to know of a metric. */
export function MetricDetails({ listed, range }: { readonly listed: Listed; readonly range: TimeRange }) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const { metric, readers, findings, origin, seriesPerInstance } = listed.contract;
  const { labels, buckets, quantiles, counts, waiver, targetLabels } = metric;
  const names = [...labels.map(({ name }) => name), ...targetLabels.filter((label) => label === INSTANCE)];
  const data = useLabelData({ series: seriesOf(metric), labels: names, range, version: project?.data });
  const facts = [
    seriesWords(seriesPerInstance, data.values.get(INSTANCE)?.length ?? 0),
    ...(counts === undefined ? [] : [`counts ${counts}`]),
    ...(buckets === undefined ? [] : [`buckets up to ${buckets.join(', ')}`]),
    ...(quantiles === undefined ? [] : [`quantiles ${quantiles.join(', ')}`]),
    ...(targetLabels.length === 0 ? [] : [`the scrape adds ${targetLabels.join(', ')}`]),
    ...(waiver === undefined ? [] : [`waived: ${waiver}`]),
  ];
  return (
    <div className={styles.details} data-testid="metric-details">
      {findings.length === 0 ? null : <FindingList findings={findings} />}
      <div className={styles.columns}>
        <Part title="On the data that is shown">
          <MetricChart metric={metric} range={range} />
        </Part>
        <Part title="Labels">
          <MetricLabels labels={labels} data={data} />
          {data.failure === undefined ? null : (
            <div
              role="alert"
              className={styles.quiet}
            >{`Which values are in the data is not known: ${data.failure}`}</div>
          )}
        </Part>
      </div>
      <Part title="Read by">
        <MetricReaders readers={readers} />
      </Part>
      <div className={styles.quiet}>{facts.join(' · ')}</div>
      <div className={styles.foot}>
        <Link to={exploreAddress(listed.id)}>
          <Icon name="compass" /> Explore
        </Link>
        <Place at={origin} />
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    details: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      padding: theme.spacing(1, 0, 2, 3),
      [theme.breakpoints.down('sm')]: { paddingLeft: 0 },
    }),
    columns: css({
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    }),
    part: css({ minWidth: 0 }),
    heading: css({
      margin: theme.spacing(0, 0, 0.5),
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
      ...small,
    }),
    quiet: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere', ...small }),
    foot: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      a: { color: theme.colors.text.link },
    }),
  };
}
