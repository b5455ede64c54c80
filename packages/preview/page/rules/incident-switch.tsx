import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, InlineSwitch, Select, useStyles2 } from '@grafana/ui';
import { useContext, useState } from 'react';
import type { IncidentOnPage } from '../../src/wire/project.ts';
import { ProjectContext } from '../shell/project-context.ts';

async function post({ name }: IncidentOnPage, on: boolean): Promise<string | undefined> {
  const response = await fetch(`/api/incidents/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on }),
  });
  return response.ok ? undefined : `it cannot be switched: ${await response.text()}`;
}

/** `Checkout: Errors` for an incident, whose title may or may not name its service. */
function titleOf({ title, service }: IncidentOnPage): string {
  return service === undefined || title.includes(':') ? title : `${service}: ${title}`;
}

/** Makes something go wrong in the sample data, so that alerts fire in sight. Nothing for other data. */
export function IncidentSwitch() {
  const { project, reload } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (project?.data.kind !== 'sample' || project.data.incidents.length === 0) return null;
  const { incidents } = project.data;
  const act = async (incident: IncidentOnPage, on: boolean): Promise<void> => {
    setBusy(true);
    try {
      setFailure(await post(incident, on));
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
        value={null}
        disabled={busy}
        options={incidents
          .filter((incident) => !incident.on)
          .map((incident) => ({ value: incident, label: titleOf(incident) }))}
        onChange={({ value }) => (value === undefined ? undefined : void act(value, true))}
      />
      {on.map((incident) => (
        <InlineSwitch
          key={incident.name}
          id={`incident-${incident.name}`}
          showLabel
          label={titleOf(incident)}
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
