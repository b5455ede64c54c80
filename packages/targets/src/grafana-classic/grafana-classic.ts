import {
  finding,
  isDashboardV1,
  isDashboardV2,
  isFolder,
  toJson,
  toYaml,
  type DashboardResource,
  type DashboardV1Resource,
  type Diagnostic,
} from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import { selected } from '../selected.ts';
import type { FileTarget, OutputFile } from '../target.ts';
import { folderPath } from './folders.ts';
import { toClassic } from './to-classic.ts';

const ID = 'grafana-classic';

/** Where the files are expected in Grafana's container or host: its own convention. */
const PROVISIONED_PATH = '/var/lib/grafana/dashboards';

/** For Grafana's `provisioning/dashboards` folder: reads the files beside it, folder by folder. */
const PROVIDER: OutputFile = {
  path: `${ID}/provider.yaml`,
  content: toYaml({
    apiVersion: 1,
    providers: [
      {
        name: 'binnacle',
        type: 'file',
        allowUiUpdates: false,
        disableDeletion: false,
        options: { path: PROVISIONED_PATH, foldersFromFilesStructure: true },
      },
    ],
  }),
};

function classic(resource: DashboardResource | DashboardV1Resource): { content: string; diagnostics: Diagnostic[] } {
  const uid = resource.metadata.name;
  if (isDashboardV1(resource)) return { content: toJson({ ...resource.spec, uid }), diagnostics: [] };
  const { dashboard, findings } = toClassic(resource.spec, { uid });
  return { content: toJson(dashboard), diagnostics: findings.map((about) => finding(resource, about)) };
}

/** Dashboards as classic JSON (v1, schemaVersion 42) in a folder for each Grafana folder, and a provisioning file that reads them. */
export const grafanaClassic: FileTarget = {
  id: ID,
  kinds: ['Dashboard', 'Folder'],
  open: (resources) => {
    const folders = new Map(selected(resources, isFolder).map((folder) => [folder.metadata.name, folder]));
    return {
      of(resource) {
        if (!isDashboardV2(resource) && !isDashboardV1(resource)) return NOTHING;
        const { content, diagnostics } = classic(resource);
        const segments = [...folderPath(resource, folders), `${resource.metadata.name}.json`];
        return { pieces: [{ resource, segments, content }], diagnostics };
      },
      context: [...folders.values()].map(({ metadata, spec }) => [metadata, spec]),
      index: () => PROVIDER,
    };
  },
};
