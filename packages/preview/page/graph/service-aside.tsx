import { css } from '@emotion/css';
import { type GrafanaTheme2, textUtil } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { contractsAddress } from '../contracts/address.ts';
import { StateBadge } from '../rules/state-badge.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { alertsInWords, type ServiceAlert } from './alerts.ts';
import { factsOf, findingsOf } from './facts.ts';
import { Neighbours } from './neighbours.tsx';
import type { GraphNode, ServiceGraph } from './service-graph.ts';

interface ServiceAsideProps {
  readonly node: GraphNode;
  readonly graph: ServiceGraph;
  readonly alerts: readonly ServiceAlert[];
  readonly select: (id: string) => void;
}

function ruleAddress({ id, name }: ServiceAlert): string {
  return `/rules?${new URLSearchParams({ q: name, open: id })}`;
}

/** Alerts that are not quiet, and how many are. */
function Alerts({ alerts, service }: { readonly alerts: readonly ServiceAlert[]; readonly service: string }) {
  const styles = useStyles2(getStyles);
  if (alerts.length === 0) return <span className={styles.quiet}>It has no alerts.</span>;
  const loud = alerts.filter(({ state }) => state === 'firing' || state === 'pending' || state === 'past');
  return (
    <>
      <ul className={styles.list}>
        {loud.map((alert) => (
          <li key={alert.id} className={styles.item}>
            {alert.state === undefined ? null : <StateBadge state={alert.state} />}
            <Link to={ruleAddress(alert)}>{alert.name}</Link>
          </li>
        ))}
      </ul>
      <Link to={`/rules?service=${encodeURIComponent(service)}`}>{alertsInWords(alerts)}</Link>
    </>
  );
}

/** Beside the graph: what is known of the service that is selected, and the ways on from there. */
export function ServiceAside({ node, graph, alerts, select }: ServiceAsideProps) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const service = project?.services.find(({ name }) => name === node.id);
  const dashboards = project?.dashboards.filter((dashboard) => dashboard.service === node.id) ?? [];
  const findings = findingsOf(node);
  return (
    <aside className={styles.card} aria-label={node.title} data-testid="service-card">
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{node.title}</h2>
          <div className={styles.quiet}>{factsOf(node)}</div>
        </div>
        <IconButton name="times" aria-label="Select no service" onClick={() => select('')} />
      </div>
      {findings === '' ? null : <div className={node.errors > 0 ? styles.error : styles.warning}>{findings}</div>}
      {service === undefined ? null : (
        <>
          <div className={styles.links}>
            <Link to={contractsAddress(node.id)}>
              {service.metrics === 1 ? '1 metric' : `${service.metrics} metrics`}
            </Link>
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
          <section>
            <h3 className={styles.heading}>Alerts</h3>
            <Alerts alerts={alerts} service={node.id} />
          </section>
          <section>
            <h3 className={styles.heading}>Dashboards</h3>
            {dashboards.length === 0 ? <span className={styles.quiet}>It has none.</span> : null}
            <ul className={styles.list}>
              {dashboards.map(({ uid, title }) => (
                <li key={uid}>
                  <Link to={`/d/${encodeURIComponent(uid)}`}>{title}</Link>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Neighbours
        title="Depends on"
        none="Nothing."
        ids={graph.needs.get(node.id) ?? []}
        graph={graph}
        color="need"
        select={select}
      />
      <Neighbours
        title="Needed by"
        none="No service of the project."
        ids={graph.neededBy.get(node.id) ?? []}
        graph={graph}
        color="needer"
        select={select}
      />
    </aside>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    card: css({
      display: 'grid',
      alignContent: 'start',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
      minWidth: 0,
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      overflowWrap: 'anywhere',
      a: { color: theme.colors.text.link },
    }),
    head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
    heading: css({
      margin: theme.spacing(0, 0, 0.5),
      fontWeight: theme.typography.fontWeightMedium,
      color: theme.colors.text.secondary,
      ...small,
    }),
    links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5) }),
    list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(0.5) }),
    item: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' }),
    quiet: css({ color: theme.colors.text.secondary, ...small }),
    error: css({ color: theme.colors.error.text, ...small }),
    warning: css({ color: theme.colors.warning.text, ...small }),
  };
}
