import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, useStyles2 } from '@grafana/ui';
import { useContext, useState } from 'react';
import type { DataSource, IncidentOnPage } from '../../src/wire/project.ts';
import { ApiError } from '../data/api.ts';
import { ProjectContext } from './project-context.ts';

async function switchIncident({ name, on }: IncidentOnPage): Promise<void> {
  const response = await fetch(`/api/incidents/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: !on }),
  });
  if (!response.ok) throw new ApiError(`http ${response.status}`, await response.text());
}

function Incidents({ incidents }: { readonly incidents: readonly IncidentOnPage[] }) {
  const { reload } = useContext(ProjectContext);
  const [failure, setFailure] = useState<string>();
  const act = async (incident: IncidentOnPage): Promise<void> => {
    try {
      await switchIncident(incident);
      setFailure(undefined);
      await reload();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const count = incidents.filter(({ on }) => on).length;
  const menu = (
    <Menu>
      {incidents.map((incident) => (
        <Menu.Item
          key={incident.name}
          label={incident.title}
          icon={incident.on ? 'check-square' : 'square-shape'}
          ariaChecked={incident.on}
          role="menuitemcheckbox"
          onClick={() => void act(incident)}
        />
      ))}
    </Menu>
  );
  return (
    <>
      <Dropdown overlay={menu}>
        <Button size="sm" variant={count > 0 ? 'destructive' : 'secondary'} fill="outline" icon="fire">
          {count > 0 ? `Incidents: ${count} on` : 'Incidents'}
        </Button>
      </Dropdown>
      {failure === undefined ? null : <span role="alert">{failure}</span>}
    </>
  );
}

/** Where the numbers come from. Samples are never to be taken for what a system measured. */
export function DataBadge({ data }: { readonly data: DataSource }) {
  const styles = useStyles2(getStyles);
  switch (data.kind) {
    case 'sample':
      return (
        <>
          <strong
            className={styles.sample}
            data-testid="sample-badge"
            title={`Made up from the contracts, seed ${data.seed}, at ${dateTime().format('HH:mm')}`}
          >
            SAMPLE DATA
          </strong>
          {data.incidents.length === 0 ? null : <Incidents incidents={data.incidents} />}
        </>
      );
    case 'live':
      return <span className={styles.live}>live: {data.url}</span>;
    case 'recorded':
      return <span className={styles.live}>recorded: {data.file}</span>;
    default:
      return data satisfies never;
  }
}

function getStyles(theme: GrafanaTheme2) {
  return {
    sample: css({
      padding: theme.spacing(0.25, 1),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.warning.main,
      color: theme.colors.warning.contrastText,
      fontSize: theme.typography.bodySmall.fontSize,
      letterSpacing: '0.06em',
    }),
    live: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  };
}
