import { didYouMean, isService, type Resource, SERVICE_LABEL, TEAM_LABEL } from '@binnacle/model';
import type { ProjectFlags } from '../config/open-project.ts';
import { shown } from '../config/project.ts';
import { EXIT } from '../exit-code.ts';
import { presentable } from '../findings.ts';
import { table } from '../reporters/table.ts';
import { text } from '../reporters/text.ts';
import { painter } from '../terminal.ts';
import { start } from './start.ts';

export interface ListFlags extends ProjectFlags {
  readonly kind?: string;
  readonly service?: string;
  readonly owner?: string;
  readonly json?: boolean;
}

/** A resource as `list` shows it. `service` and `owner` are empty for what belongs to no service. */
interface Listed {
  readonly kind: string;
  readonly name: string;
  readonly service: string;
  readonly owner: string;
  readonly file: string;
  readonly line: number;
}

function ownerOf(resource: Resource): string {
  const declared = isService(resource) ? resource.spec.owner : undefined;
  return declared ?? resource.metadata.labels?.[TEAM_LABEL] ?? '';
}

function sameWord(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || value.toLowerCase() === wanted.toLowerCase();
}

/** One line for each flag whose value no resource has, with what there is instead. */
export function unknownWords(
  all: readonly Pick<Listed, 'kind' | 'service' | 'owner'>[],
  flags: Pick<ListFlags, 'kind' | 'service' | 'owner'>,
): string {
  const lines = (['kind', 'service', 'owner'] as const).flatMap((field) => {
    const word = flags[field];
    const known = new Set(all.map((listed) => listed[field]).filter((value) => value !== ''));
    if (word === undefined || [...known].some((value) => sameWord(value, word))) return [];
    const hint = didYouMean(word, known) ?? `there is no resource with ${field === 'owner' ? 'an' : 'a'} ${field}`;
    return [`--${field} ${word}: no resource has it; ${hint}\n`];
  });
  return lines.join('');
}

/** Lists resources on standard output. Findings of definitions that could not be loaded go to standard error. */
export async function list(flags: ListFlags): Promise<number> {
  const { project, loaded, progress } = await start(flags);
  const resources = await loaded.resources();
  progress.clear();
  const all = resources
    .map((resource): Listed => ({
      kind: resource.kind,
      name: resource.metadata.name,
      service: resource.kind === 'Service' ? resource.metadata.name : (resource.metadata.labels?.[SERVICE_LABEL] ?? ''),
      owner: ownerOf(resource),
      file: resource.source === undefined ? '' : shown(resource.source.origin.file, project),
      line: resource.source?.origin.line ?? 0,
    }))
    .toSorted((a, b) => (`${a.kind}\0${a.name}` < `${b.kind}\0${b.name}` ? -1 : 1));
  const rows = all.filter(
    ({ kind, service, owner }) =>
      sameWord(kind, flags.kind) && sameWord(service, flags.service) && sameWord(owner, flags.owner),
  );
  if (rows.length === 0) process.stderr.write(unknownWords(all, flags));
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else if (rows.length === 0) {
    process.stdout.write('no resources\n');
  } else {
    const cells = rows.map(({ kind, name, service, owner, file, line }) => [
      kind,
      name,
      service,
      owner,
      `${file}:${line}`,
    ]);
    process.stdout.write(`${table(['KIND', 'NAME', 'SERVICE', 'OWNER', 'FILE'], cells)}\n`);
  }
  const findings = presentable(loaded.diagnostics, project.root).filter(({ severity }) => severity === 'error');
  if (findings.length === 0) return EXIT.clean;
  const report = {
    command: 'check',
    findings,
    environments: [],
    definitions: loaded.definitions,
    counts: { dashboards: 0, alerts: 0, records: 0, services: 0 },
  } as const;
  process.stderr.write(text(report, { paint: painter(process.stderr), detail: 'quiet', milliseconds: 0 }));
  return EXIT.findings;
}
