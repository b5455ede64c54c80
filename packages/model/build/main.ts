import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeValidators, type ValidatorModule } from './compile.ts';
import type { JsonSchema } from './json-schema.ts';
import { sdkDefault, sdkPanels, sdkQueries, sdkType } from './sdk.ts';
import { tidied, type RequiredFields } from './tidy.ts';
import { schemasOf, type DeclaredType } from './types-to-schemas.ts';

const [sources, folder] = process.argv.slice(2);
if (sources === undefined || folder === undefined) throw new Error('usage: main <source folder> <output folder>');

const asDeclared: RequiredFields = (_, declared) => declared;

/** What the SDK's own default of the type sets, so that nothing the SDK builds is refused. */
function asBuilt(module: string): RequiredFields {
  return (name, declared) => {
    const made = name === undefined ? undefined : sdkDefault(module, name);
    return made === undefined ? declared : declared.filter((field) => Object.hasOwn(made, field));
  };
}

/** Plugins fill in the options that are missing. */
const none: RequiredFields = () => [];

/** Grafana fills in what a classic dashboard leaves out, but not these. */
const CLASSIC_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Panel: ['type'],
  GridPos: ['h', 'w', 'x', 'y'],
  VariableModel: ['name', 'type'],
};
const classic: RequiredFields = (name = '', declared) =>
  declared.filter((field) => CLASSIC_REQUIRED[name]?.includes(field) === true);

/** A validator to be: its type, and which of the type's fields it requires. */
type Wanted = readonly [type: DeclaredType, required: RequiredFields];

function ownType(kind: string, name: string): Wanted {
  return [{ file: path.resolve(sources ?? '', 'kinds', kind, 'spec.ts'), names: [name] }, asDeclared];
}

const panels = sdkPanels();
const queries = sdkQueries();

/** Generated file → exported validator → what it checks. */
const wanted: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = {
  'alertmanager-config': { spec: ownType('alertmanager-config', 'AlertmanagerConfigSpec') },
  'dashboard-v1': { spec: [sdkType('dashboard', 'Dashboard'), classic] },
  'dashboard-v2': { spec: [sdkType('dashboardv2', 'Dashboard'), asBuilt('dashboardv2')] },
  folder: { spec: ownType('folder', 'FolderSpec') },
  'health-check': { spec: ownType('health-check', 'HealthCheckSpec') },
  'prometheus-rule': { spec: ownType('prometheus-rule', 'PrometheusRuleSpec') },
  service: { spec: ownType('service', 'ServiceSpec') },
  'service-level-objective': { spec: ownType('service-level-objective', 'ServiceLevelObjectiveSpec') },
  ...Object.fromEntries(
    panels.map(({ group, options, fieldConfig }) => [
      `panel-${group}`,
      { options: [options, none], ...(fieldConfig !== undefined && { fieldConfig: [fieldConfig, none] }) },
    ]),
  ),
  ...Object.fromEntries(
    queries.map(({ group, module, query }) => [`query-${group}`, { query: [query, asBuilt(module)] }]),
  ),
};

function alias(file: string, name: string): string {
  return `${file}_${name}`.replaceAll(/\W/g, '_');
}

const types = Object.entries(wanted).flatMap(([file, validators]) =>
  Object.entries(validators).map(([name, [type]]): [string, DeclaredType] => [alias(file, name), type]),
);
const schemas = schemasOf(new Map(types));

const modules = Object.entries(wanted).map(([file, validators]): ValidatorModule => {
  const tidy = Object.entries(validators).map(([name, [, required]]): [string, JsonSchema] => [
    name,
    tidied(schemas.get(alias(file, name)) ?? {}, required),
  ]);
  return { file, schemas: Object.fromEntries(tidy) };
});

mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) if (/\.(?:cjs|json)$/.test(file)) rmSync(path.join(folder, file));
await writeValidators(modules, folder);
const plugins = {
  panels: panels.map(({ group }) => group).toSorted(),
  queries: queries.map(({ group }) => group).toSorted(),
};
writeFileSync(path.join(folder, 'plugins.json'), JSON.stringify(plugins));
