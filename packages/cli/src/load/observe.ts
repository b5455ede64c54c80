import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What definitions looked at besides the files they import. */
export interface Observed {
  /** Names of environment variables, set or not. */
  readonly env: ReadonlySet<string>;
  /** True when the environment was enumerated: any variable may matter. */
  readonly wholeEnv: boolean;
  /** Absolute paths of files and folders read, listed or asked for, whether or not they exist; not those of installed packages. */
  readonly paths: ReadonlySet<string>;
}

const SYNC_AND_CALLBACK = [
  'readFileSync',
  'readFile',
  'createReadStream',
  'openSync',
  'open',
  'readdirSync',
  'readdir',
  'existsSync',
  'statSync',
  'stat',
  'lstatSync',
  'accessSync',
] as const;
const PROMISED = ['readFile', 'open', 'readdir', 'stat', 'lstat', 'access'] as const;

function toPath(argument: unknown): string | undefined {
  if (typeof argument === 'string') return resolve(argument);
  if (argument instanceof URL && argument.protocol === 'file:') return fileURLToPath(argument);
  return undefined;
}

/**
 * Records, until `stop`, which environment variables and files are read: the cache must be invalid when they change.
 * Only reads through `process.env` and `node:fs` are seen.
 */
export function observe(): { readonly stop: () => Observed } {
  const env = new Set<string>();
  const paths = new Set<string>();
  let wholeEnv = false;
  const restores: (() => void)[] = [];

  const original = process.env;
  process.env = new Proxy(original, {
    get(target, name) {
      if (typeof name === 'string') env.add(name);
      return typeof name === 'string' ? target[name] : undefined;
    },
    has(target, name) {
      if (typeof name === 'string') env.add(name);
      return name in target;
    },
    ownKeys(target) {
      wholeEnv = true;
      return Reflect.ownKeys(target);
    },
  });
  restores.push(() => {
    process.env = original;
  });

  function wrap<Name extends string>(holder: Record<Name, (...args: never[]) => unknown>, name: Name): void {
    const plain = holder[name];
    const watched = function (this: unknown, ...args: never[]): unknown {
      const path = toPath(args[0]);
      if (path !== undefined && !path.includes(`${sep}node_modules${sep}`)) paths.add(path);
      return plain.apply(this, args);
    };
    holder[name] = Object.assign(watched, plain);
    restores.push(() => {
      holder[name] = plain;
    });
  }
  for (const name of SYNC_AND_CALLBACK) wrap(fs as Record<typeof name, (...args: never[]) => unknown>, name);
  for (const name of PROMISED) wrap(fs.promises as Record<typeof name, (...args: never[]) => unknown>, name);
  syncBuiltinESMExports();

  return {
    stop() {
      for (const restore of restores) restore();
      syncBuiltinESMExports();
      return { env, wholeEnv, paths };
    },
  };
}
