import {
  FOLDER_ANNOTATION,
  type FolderResource,
  FOLDER_API_VERSION,
  type Owner,
  type Resource,
  SERVICE_LABEL,
  TEAM_LABEL,
} from '@binnacle/model';

/** A folder for rules that belong nowhere else. */
function ownFolder({ project }: Owner): FolderResource {
  const slug = project.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 34);
  return {
    apiVersion: FOLDER_API_VERSION,
    kind: 'Folder',
    metadata: { name: `rules-${slug}` },
    spec: { title: `Rules of ${project}` },
  };
}

/** Where rules go: the uid of a folder for each resource, and the folder that has to be made for those without one. */
export interface Placement {
  readonly folderOf: (rules: Resource) => string;
  readonly made: readonly FolderResource[];
}

function folderAnnotation({ metadata }: Resource): string | undefined {
  const folder = metadata.annotations?.[FOLDER_ANNOTATION];
  return folder === '' ? undefined : folder;
}

/**
 * Rules go into the folder they name, else into that of the first dashboard by name of their service, then of their team;
 * else into one of the project's own.
 */
export function placement(rules: readonly Resource[], resources: readonly Resource[], owner: Owner): Placement {
  const byLabel = new Map<string, string>();
  const dashboards = resources
    .filter(({ kind }) => kind === 'Dashboard')
    .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  for (const dashboard of dashboards) {
    const folder = folderAnnotation(dashboard);
    for (const label of [SERVICE_LABEL, TEAM_LABEL]) {
      const key = `${label}=${dashboard.metadata.labels?.[label] ?? ''}`;
      if (folder !== undefined && !byLabel.has(key)) byLabel.set(key, folder);
    }
  }
  const own = ownFolder(owner);
  const nearby = ({ metadata: { labels } }: Resource): string | undefined => {
    const keys = [SERVICE_LABEL, TEAM_LABEL].flatMap((label) =>
      labels?.[label] === undefined ? [] : [`${label}=${labels[label]}`],
    );
    return keys.map((key) => byLabel.get(key)).find((folder) => folder !== undefined);
  };
  const folderOf = (rule: Resource): string => folderAnnotation(rule) ?? nearby(rule) ?? own.metadata.name;
  const isNeeded = rules.some((rule) => folderOf(rule) === own.metadata.name);
  const isThere = resources.some(({ kind, metadata }) => kind === 'Folder' && metadata.name === own.metadata.name);
  return { folderOf, made: isNeeded && !isThere ? [own] : [] };
}
