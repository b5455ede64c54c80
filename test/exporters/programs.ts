import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of Debian's packages that the exporters and what they watch come as. */
export const PROGRAMS = {
  prometheus: 'prometheus',
  promtool: 'promtool',
  alertmanager: 'prometheus-alertmanager',
  node: 'prometheus-node-exporter',
  redis: 'redis-server',
  redisExporter: 'prometheus-redis-exporter',
  postgres: 'postgres',
  initdb: 'initdb',
  postgresExporter: 'prometheus-postgres-exporter',
  pushgateway: 'prometheus-pushgateway',
  blackbox: 'prometheus-blackbox-exporter',
} as const;

export type Program = keyof typeof PROGRAMS;

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
  return folders.map((folder) => join(folder, PROGRAMS[program])).find(isExecutable);
}

/** Names of the programs that are not installed. Tests skip, saying them; where `CI` is set they must be there. */
export function missing(programs: readonly Program[] = Object.keys(PROGRAMS) as Program[]): readonly string[] {
  return programs.filter((program) => find(program) === undefined).map((program) => PROGRAMS[program]);
}

/** Why live tests cannot run here; undefined when they can, and in CI, where they have to. */
export function reasonToSkip(programs?: readonly Program[]): string | undefined {
  const absent = missing(programs);
  if (absent.length === 0 || process.env['CI'] !== undefined) return undefined;
  return `not installed: ${absent.join(', ')}`;
}
