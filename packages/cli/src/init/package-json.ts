/** Packages a project needs; the command and what definitions import. */
const PACKAGES = ['@binnacle/builders', '@binnacle/cli'];

/** An object's member that is itself an object; empty when there is none. */
function member(value: unknown, name: string): object {
  if (typeof value !== 'object' || value === null) return {};
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'object' && found !== null ? found : {};
}

/** The package.json of a new project. */
export function newPackageJson(name: string, version: string): string {
  const content = {
    name,
    private: true,
    type: 'module',
    scripts: { build: 'binnacle build', check: 'binnacle check' },
    devDependencies: Object.fromEntries(PACKAGES.map((dependency) => [dependency, version])),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The text of a package.json with the packages it lacks among its devDependencies, in the indentation it is written in;
 * the same text when it lacks none. Throws a SyntaxError when it is no JSON.
 */
export function withPackages(text: string, version: string): string {
  const written: unknown = JSON.parse(text);
  const present = { ...member(written, 'dependencies'), ...member(written, 'devDependencies') };
  const missing = PACKAGES.filter((name) => !Object.hasOwn(present, name));
  if (missing.length === 0) return text;
  const dependencies = {
    ...member(written, 'devDependencies'),
    ...Object.fromEntries(missing.map((name) => [name, version])),
  };
  const devDependencies = Object.fromEntries(Object.entries(dependencies).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const indent = /^[ \t]+/m.exec(text)?.[0] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return `${JSON.stringify(Object.assign({}, written, { devDependencies }), null, indent)}${end}`;
}
