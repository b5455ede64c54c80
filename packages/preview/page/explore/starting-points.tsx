import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { readersInWords } from '../contracts/reader-groups.ts';
import { MetricName } from './metric-name.tsx';
import { oftenRead } from './often-read.ts';
import { TypeBadge } from './type-badge.tsx';

/** How many metrics are proposed of a service, and of how many services. */
const OF_EACH = 2;
const SERVICES = 6;

interface StartingPointsProps {
  readonly contracts: readonly ContractOnPage[];
  readonly addressOf: (contract: ContractOnPage) => string;
}

/** What most of the project looks at, for whoever does not know yet what to look at. */
export function StartingPoints({ contracts, addressOf }: StartingPointsProps) {
  const styles = useStyles2(getStyles);
  const proposed = oftenRead(contracts, OF_EACH, SERVICES);
  return (
    <section className={styles.box} aria-labelledby="starting-points">
      <h2 id="starting-points" className={styles.title}>
        Pick a metric
      </h2>
      <p className={styles.quiet}>
        It is read in the way that suits its type. From there split it, filter it, and put it on a dashboard.
        {proposed.length === 0 ? '' : ' These are what most panels, alerts and records of the project read:'}
      </p>
      <ul className={styles.cards}>
        {proposed.map((contract) => (
          <li key={`${contract.service} ${contract.metric.name}`} className={styles.item}>
            <Link to={locationUtil.assureBaseUrl(addressOf(contract))} className={styles.card}>
              <span className={styles.line}>
                <strong className={styles.name}>
                  <MetricName name={contract.metric.name} />
                </strong>
                <TypeBadge type={contract.metric.type} />
              </span>
              <span>{contract.metric.help}</span>
              <span className={styles.quiet}>
                {contract.service} · {readersInWords(contract.readers)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ display: 'grid', gap: theme.spacing(1.5) }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
    quiet: css({ margin: 0, color: theme.colors.text.secondary }),
    cards: css({
      display: 'grid',
      gap: theme.spacing(1),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      listStyle: 'none',
      margin: 0,
    }),
    item: css({ display: 'grid' }),
    card: css({
      display: 'grid',
      alignContent: 'start',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1.5),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { borderColor: theme.colors.border.strong, background: theme.colors.background.secondary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
    }),
    line: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: theme.spacing(1) }),
    name: css({
      overflowWrap: 'anywhere',
      fontSize: theme.typography.body.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    }),
  };
}
