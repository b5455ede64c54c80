import { LinkButton } from '@grafana/ui';
import { useContext } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ProjectContext } from '../shell/project-context.ts';
import { grafanaAddress } from './grafana-address.ts';

/** The way to the same dashboard in the Grafana that is served beside this preview; nothing where none is. */
export function OpenInGrafana({ uid }: { readonly uid: string }) {
  const { project } = useContext(ProjectContext);
  const [search] = useSearchParams();
  if (project?.grafana === undefined) return null;
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      icon="external-link-alt"
      href={grafanaAddress(project.grafana, uid, search)}
      target="_blank"
      rel="noreferrer"
    >
      Open in Grafana
    </LinkButton>
  );
}
