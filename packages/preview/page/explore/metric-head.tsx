import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { contractAddress } from '../contracts/address.ts';
import { Place } from '../shell/place.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { MetricName } from './metric-name.tsx';
import { TypeBadge } from './type-badge.tsx';

/** Dashboards of which a panel shows the metric, each once. */
function useDashboards({ readers }: ContractOnPage): readonly { readonly uid: string; readonly title: string }[] {
  const { project } = useContext(ProjectContext);
  const uids = new Set(readers.filter(({ kind }) => kind === 'panel').map(({ resource }) => resource));
  return (project?.dashboards ?? []).filter(({ uid }) => uids.has(uid));
}

/** What a contract says of the metric that is explored. */
export function MetricHead({ contract }: { readonly contract: ContractOnPage }) {
  const styles = useStyles2(getStyles);
  const dashboards = useDashboards(contract);
  const { metric, origin } = contract;
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>
        <span>
          <MetricName name={metric.name} />
        </span>
        <TypeBadge type={metric.type} />
        {metric.type === 'info' ? null : <span className={styles.quiet}>{metric.unit}</span>}
      </h2>
      <p className={styles.help}>{metric.help}</p>
      <p className={styles.line}>
        <Place at={origin} />
        <Link to={contractAddress(contract)} className={styles.link}>
          Contract
        </Link>
        {dashboards.length === 0 ? null : (
          <span className={styles.quiet}>
            on{' '}
            {dashboards.slice(0, 4).map(({ uid, title }, i) => (
              <span key={uid}>
                {i === 0 ? '' : ', '}
                <Link to={locationUtil.assureBaseUrl(`/d/${uid}`)} className={styles.link}>
                  {title}
                </Link>
              </span>
            ))}
            {dashboards.length > 4 ? ` and ${dashboards.length - 4} more` : ''}
          </span>
        )}
      </p>
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({ display: 'grid', gap: theme.spacing(0.25) }),
    name: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      margin: 0,
      fontSize: theme.typography.h4.fontSize,
      overflowWrap: 'anywhere',
    }),
    help: css({ margin: 0 }),
    line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0, 2), margin: 0 }),
    quiet: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    }),
    link: css({
      color: theme.colors.text.link,
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { textDecoration: 'underline' },
    }),
  };
}
