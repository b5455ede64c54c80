/** What a project's package.json must have. Nothing that is there already is replaced. */
export interface Wanted {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

/** An object's member that is itself an object; empty when there is none. */
function member(value: unknown, name: string): object {
  if (typeof value !== 'object' || value === null) return {};
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'object' && found !== null ? found : {};
}

function lacking(wanted: Readonly<Record<string, string>>, present: object): [string, string][] {
  return Object.entries(wanted).filter(([name]) => !Object.hasOwn(present, name));
}

/** The scripts of a project whose definitions are below `prefix`, where their tsconfig.json is. */
export function scriptsFor(prefix: string): Readonly<Record<string, string>> {
  const typecheck = prefix === '' ? 'tsc --noEmit' : `tsc --noEmit -p ${prefix.replace(/\/$/, '')}`;
  return { build: 'binnacle build', check: 'binnacle check', typecheck };
}

/** The package.json of a new project. */
export function newPackageJson(name: string, { dependencies, scripts }: Wanted): string {
  const content = { name, private: true, type: 'module', scripts, devDependencies: dependencies };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The text of a package.json with what it lacks among its devDependencies and scripts, in the indentation it is written in;
 * the same text when it lacks nothing. Throws a SyntaxError when it is no JSON.
 */
export function withWanted(text: string, wanted: Wanted): string {
  const written: unknown = JSON.parse(text);
  const scripts = member(written, 'scripts');
  const own = member(written, 'devDependencies');
  const newDependencies = lacking(wanted.dependencies, { ...member(written, 'dependencies'), ...own });
  const newScripts = lacking(wanted.scripts, scripts);
  if (newDependencies.length + newScripts.length === 0) return text;
  const devDependencies = Object.entries({ ...own, ...Object.fromEntries(newDependencies) });
  const changed = {
    ...(newScripts.length > 0 && { scripts: { ...scripts, ...Object.fromEntries(newScripts) } }),
    ...(newDependencies.length > 0 && {
      devDependencies: Object.fromEntries(devDependencies.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
  const indent = /^[ \t]+/m.exec(text)?.[0] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return `${JSON.stringify(Object.assign({}, written, changed), null, indent)}${end}`;
}
