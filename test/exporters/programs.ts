import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of Debian's packages that the exporters and what they watch come as. */
const PROGRAMS = [
  'initdb',
  'postgres',
  'prometheus',
  'prometheus-alertmanager',
  'prometheus-blackbox-exporter',
  'prometheus-node-exporter',
  'prometheus-postgres-exporter',
  'prometheus-pushgateway',
  'prometheus-redis-exporter',
  'promtool',
  'redis-server',
] as const;

/** Programs that only some tests start. */
export type Program = (typeof PROGRAMS)[number] | 'victoria-metrics' | 'vmalert';

/** Debian keeps the server's programs out of the path, one folder per version. */
function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql';
  try {
    return readdirSync(root)
      .toSorted((a, b) => Number(b) - Number(a))
      .map((version) => join(root, version, 'bin'));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Absolute path of a program, or undefined when it is not installed. */
export function find(program: Program): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...postgresFolders(),
  ];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

/** Names of the programs that are not installed. Tests skip, saying them; where `CI` is set they must be there. */
export function missing(programs: readonly Program[] = PROGRAMS): readonly Program[] {
  return programs.filter((program) => find(program) === undefined);
}

/** Why live tests cannot run here; undefined when they can, and in CI, where they have to. */
export function reasonToSkip(programs?: readonly Program[]): string | undefined {
  const absent = missing(programs);
  if (absent.length === 0 || process.env['CI'] !== undefined) return undefined;
  return `not installed: ${absent.join(', ')}`;
}
