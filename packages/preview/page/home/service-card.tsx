import { css } from '@emotion/css';
import { type GrafanaTheme2, textUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { ChangedDashboard, ChangedRules } from '../compare/compare-links.tsx';
import { contractsAddress } from '../contracts/address.ts';
import type { Group } from './matching.ts';

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** How many findings there are, in words; nothing when there are none. */
function Findings({ findings: { errors, warnings } }: { readonly findings: Counts }) {
  const styles = useStyles2(getStyles);
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.length === 0 ? null : (
    <span className={errors > 0 ? styles.error : styles.warning}>{parts.join(', ')}</span>
  );
}

/** A service: who owns it, how important it is, what was found, and its dashboards. */
export const ServiceCard = memo(function Card({ group: { service, dashboards } }: { readonly group: Group }) {
  const styles = useStyles2(getStyles);
  const tier = service?.tier === undefined || service.tier === '' ? undefined : `tier ${service.tier}`;
  const facts = [service?.owner, tier, service?.kind].filter((fact) => fact !== undefined && fact !== '');
  return (
    <section className={styles.card} aria-label={service?.title ?? 'Other dashboards'}>
      <h2 className={styles.title}>
        {service?.title ?? 'Other dashboards'} {service === undefined ? null : <Findings findings={service.findings} />}
        {service === undefined ? null : <ChangedRules service={service.name} />}
      </h2>
      {facts.length === 0 ? null : <div className={styles.quiet}>{facts.join(' · ')}</div>}
      {service === undefined || service.dependsOn.length === 0 ? null : (
        <div className={styles.quiet}>{`depends on ${service.dependsOn.join(', ')}`}</div>
      )}
      {service === undefined ? null : (
        <div className={styles.links}>
          {service.metrics === 0 ? null : (
            <Link to={contractsAddress(service.name)}>
              {service.metrics === 1 ? '1 metric' : `${service.metrics} metrics`}
            </Link>
          )}
          <Link to={`/graph?service=${encodeURIComponent(service.name)}`}>In the graph</Link>
        </div>
      )}
      {service === undefined || service.links.length === 0 ? null : (
        <div className={styles.links}>
          {service.links.map(({ title, url }) => (
            <a
              key={`${title} ${url}`}
              href={textUtil.sanitizeUrl(url)}
              target="_blank"
              rel="noreferrer"
              className="external-link"
            >
              {title}
            </a>
          ))}
        </div>
      )}
      <ul className={styles.list}>
        {dashboards.map(({ uid, title, panels, findings, tags }) => (
          <li key={uid} className={styles.item}>
            <Link to={`/d/${encodeURIComponent(uid)}`} data-entry={uid} className={styles.link}>
              {title}
            </Link>
            <ChangedDashboard uid={uid} />
            <span className={styles.quiet}>
              {panels > 0 ? `${panels} ${panels === 1 ? 'panel' : 'panels'}` : ''} {tags.join(' ')}{' '}
              <Findings findings={findings} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
});

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    card: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    title: css({
      margin: 0,
      fontSize: theme.typography.h5.fontSize,
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'baseline',
    }),
    quiet: css({ color: theme.colors.text.secondary, ...small }),
    links: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(0.5),
      ...small,
      a: { color: theme.colors.text.link },
    }),
    list: css({ listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 }),
    item: css({
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      alignItems: 'baseline',
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    link: css({
      color: theme.colors.text.link,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
    error: css({ color: theme.colors.error.text, ...small }),
    warning: css({ color: theme.colors.warning.text, ...small }),
  };
}
