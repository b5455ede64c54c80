import { type AlertmanagerConfigResource, isAlertmanagerConfig, placeholders, toYaml } from '@binnacle/model';
import { NOTHING } from '../nothing.ts';
import type { FileTarget, Piece } from '../target.ts';

/** What has to be filled in before an Alertmanager reads the file, as its first line; nothing when there is nothing. */
function header(config: string): string {
  const names = [...new Set(placeholders(config))].toSorted();
  if (names.length === 0) return '';
  return `# Secrets to fill in, as \`binnacle push\` and \`envsubst\` do: ${names.join(', ')}\n`;
}

/** Template texts beside the configuration, which names them by their file names. */
function templates({ spec, ...rest }: AlertmanagerConfigResource): Piece[] {
  return Object.entries(spec.template_files ?? {}).map(([name, text]) => ({
    resource: { spec, ...rest },
    segments: [name],
    content: `${text.trimEnd()}\n`,
  }));
}

/** Configuration files of Alertmanagers, one per AlertmanagerConfig: what `--config.file` names. */
export const alertmanager: FileTarget = {
  id: 'alertmanager',
  kinds: ['AlertmanagerConfig'],
  open: () => ({
    of(resource) {
      if (!isAlertmanagerConfig(resource)) return NOTHING;
      const { template_files: _, ...config } = resource.spec;
      const content = toYaml(config);
      const segments = [`${resource.metadata.name}.yml`];
      return {
        pieces: [{ resource, segments, content: `${header(content)}${content}` }, ...templates(resource)],
        diagnostics: [],
      };
    },
  }),
};
