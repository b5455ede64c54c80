import { Button, Dropdown, Menu } from '@grafana/ui';
import { useContext, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { IncidentsOnPage, ProjectOnPage } from '../../src/wire/project.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { type Incident, incidentsOf, switchIncident } from './incidents.ts';

/** With more services, a menu has those of the dashboard that is shown. */
const MOST_SERVICES = 8;

/** The services whose incidents are of use on a page. */
function servicesFor(path: string, { services }: IncidentsOnPage, project: ProjectOnPage): ReadonlySet<string> {
  if (services.length <= MOST_SERVICES) return new Set(services);
  const [, uid] = /^\/(?:d|compare)\/([^/]+)/.exec(path) ?? [];
  const shown = project.dashboards.find((dashboard) => dashboard.uid === decodeURIComponent(uid ?? ''))?.service;
  return new Set(shown === undefined ? [] : [shown]);
}

/** Makes something go wrong in the sample data, and right again. Nothing where nothing can. */
export function IncidentMenu({ incidents }: { readonly incidents: IncidentsOnPage }) {
  const { project, reload } = useContext(ProjectContext);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string>();
  if (project === undefined || incidents.services.length === 0) return null;
  const only = servicesFor(pathname, incidents, project);
  const act = async (incident: Incident): Promise<void> => {
    try {
      setFailure(await switchIncident(incident, !incident.on));
      await reload();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  const menu = () => (
    <Menu>
      {incidentsOf(incidents, project.services, only).map((incident) => (
        <Menu.Item
          key={incident.name}
          label={incident.title}
          icon={incident.on ? 'check-square' : 'square-shape'}
          ariaChecked={incident.on}
          role="menuitemcheckbox"
          onClick={() => void act(incident)}
        />
      ))}
      {only.size === incidents.services.length ? null : (
        <Menu.Item label="of any service, beside the rules …" icon="bell" onClick={() => navigate('/rules')} />
      )}
    </Menu>
  );
  const count = incidents.on.length;
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
