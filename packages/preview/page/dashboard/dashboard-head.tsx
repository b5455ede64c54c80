import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, Collapse, Icon, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { OpenedDashboard } from '../../src/wire/project.ts';
import { ChangedDashboard } from '../compare/compare-links.tsx';
import { FindingList } from '../findings/finding-list.tsx';
import { isV2 } from '../scene/spec.ts';
import { OpenInGrafana } from './open-in-grafana.tsx';

/** A dashboard's title, what was found about it, and the way back from a panel that is viewed alone. */
export function DashboardHead({ opened }: { readonly opened: OpenedDashboard }) {
  const { resource, uid, findings, losses } = opened;
  const [search] = useSearchParams();
  const [open, setOpen] = useState(false);
  const styles = useStyles2(getStyles);
  const title = isV2(resource) ? resource.spec.title : uid;
  const description = isV2(resource) ? resource.spec.description : undefined;
  const serious = findings.filter(({ severity }) => severity !== 'info').length;
  const notes = findings.length + losses.length;
  return (
    <div className={styles.head}>
      <title>{`${title} · Binnacle preview`}</title>
      <div className={styles.line}>
        <Link to="/" className={styles.up}>
          Dashboards
        </Link>
        <Icon name="angle-right" />
        <h1 className={styles.title}>{title}</h1>
        <ChangedDashboard uid={uid} long />
        <OpenInGrafana uid={uid} />
        {search.has('viewPanel') ? (
          <Button
            size="sm"
            variant="secondary"
            icon="arrow-left"
            onClick={() => locationService.partial({ viewPanel: null })}
          >
            Back to the dashboard
          </Button>
        ) : null}
      </div>
      {description === undefined || description === '' ? null : <p className={styles.description}>{description}</p>}
      {notes === 0 ? null : (
        <Collapse
          isOpen={open}
          onToggle={setOpen}
          label={`${serious > 0 ? `${serious} findings` : `${notes} notes`} about this dashboard`}
        >
          <FindingList findings={findings} />
          {losses.length === 0 ? null : (
            <ul className={styles.losses}>
              {losses.map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          )}
        </Collapse>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({ padding: theme.spacing(1.5, 2, 0) }),
    line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    up: css({ color: theme.colors.text.secondary }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
    description: css({ margin: theme.spacing(0.5, 0, 0), color: theme.colors.text.secondary }),
    losses: css({ margin: theme.spacing(1, 0, 0, 2), color: theme.colors.text.secondary }),
  };
}
