import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { ProjectContext } from '../shell/project-context.ts';
import { MetricRow } from './metric-row.tsx';
import type { Section } from './shown.ts';

interface ContractSectionProps {
  readonly section: Section;
  readonly range: TimeRange;
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** The metrics of a service on a page, or those of all in another order. */
export function ContractSection({ section: { service, metrics }, range, open, toggle }: ContractSectionProps) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const about = project?.services.find(({ name }) => name === service);
  return (
    <section className={styles.section} aria-label={about?.title ?? service ?? 'Metrics of all services'}>
      {service === undefined ? null : (
        <h2 className={styles.title}>
          {about?.title ?? service}
          <span className={styles.quiet}>{about?.owner}</span>
          <Link className={styles.link} to={`/graph?service=${encodeURIComponent(service)}`}>
            In the graph
          </Link>
        </h2>
      )}
      <ul className={styles.list}>
        {metrics.map((one) => (
          <MetricRow
            key={one.id}
            listed={one}
            range={range}
            withService={service === undefined}
            isOpen={open.has(one.id)}
            toggle={() => toggle(one.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    section: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      overflow: 'hidden',
      [theme.breakpoints.down('md')]: { padding: theme.spacing(1.5, 1) },
    }),
    title: css({
      margin: theme.spacing(0, 0, 1),
      fontSize: theme.typography.h5.fontSize,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      alignItems: 'baseline',
    }),
    quiet: css({ color: theme.colors.text.secondary, ...small }),
    link: css({ marginLeft: 'auto', color: theme.colors.text.link, fontWeight: 'normal', ...small }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  };
}
