import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, InlineSwitch, Select, useStyles2 } from '@grafana/ui';
import { useContext, useMemo, useState } from 'react';
import { type Incident, incidentsOf, switchIncident } from '../incidents/incidents.ts';
import { ProjectContext } from '../shell/project-context.ts';

const MANY = 50;

/** Makes something go wrong in the sample data, so that alerts fire in sight. Nothing for other data. */
export function IncidentSwitch() {
  const { project, reload } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const incidents = useMemo(
    () => (project?.data.kind === 'sample' ? incidentsOf(project.data.incidents, project.services) : []),
    [project?.data, project?.services],
  );
  if (incidents.length === 0) return null;
  const act = async (incident: Incident, on: boolean): Promise<void> => {
    setBusy(true);
    try {
      setFailure(await switchIncident(incident, on));
      await reload();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const on = incidents.filter((incident) => incident.on);
  return (
    <section className={styles.box} aria-label="Incidents in the sample data">
      <span className={styles.quiet}>Let something go wrong:</span>
      <Select
        aria-label="Switch an incident on"
        width={32}
        placeholder="choose an incident"
        // A thousand services have five each.
        virtualized={incidents.length > MANY}
        value={null}
        disabled={busy}
        options={incidents
          .filter((incident) => !incident.on)
          .map((incident) => ({ value: incident, label: incident.title }))}
        onChange={({ value }) => (value === undefined ? undefined : void act(value, true))}
      />
      {on.map((incident) => (
        <InlineSwitch
          key={incident.name}
          id={`incident-${incident.name}`}
          showLabel
          label={incident.title}
          value
          disabled={busy}
          onChange={() => void act(incident, false)}
        />
      ))}
      {on.length > 1 ? (
        <Button
          size="sm"
          variant="secondary"
          disabled={busy}
          onClick={() => void Promise.all(on.map((one) => act(one, false)))}
        >
          All off
        </Button>
      ) : null}
      {failure === undefined ? null : <span role="alert">{failure}</span>}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    quiet: css({ color: theme.colors.text.secondary }),
  };
}
