import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DeclaredType } from './types-to-schemas.ts';

const require = createRequire(import.meta.url);

/** A panel plugin's part of the SDK. */
export interface SdkPanel {
  /** Plugin id, as `vizConfig.group` has it. */
  readonly group: string;
  readonly options: DeclaredType;
  /** Absent for visualisations without field options of their own. */
  readonly fieldConfig?: DeclaredType;
}

/** A datasource plugin's query. */
export interface SdkQuery {
  /** Plugin id, as `DataQueryKind.group` has it. */
  readonly group: string;
  readonly module: string;
  readonly query: DeclaredType;
}

/** Folder with one folder per module of the installed SDK, which has no root export. */
const SDK = path.resolve(require.resolve('@grafana/grafana-foundation-sdk/dashboardv2'), '../..');

/** What a module of the SDK exports, as far as we call it. */
type SdkModule = Readonly<Record<string, (new () => { build(): { readonly group: string } }) & (() => unknown)>>;

function isSdkModule(value: unknown): value is SdkModule {
  return typeof value === 'object' && value !== null;
}

function load(module: string): SdkModule {
  const loaded: unknown = require(`@grafana/grafana-foundation-sdk/${module}`);
  if (!isSdkModule(loaded)) throw new Error(`the SDK's module ${module} exports nothing`);
  return loaded;
}

/** A type a module of the SDK declares. */
export function sdkType(module: string, ...names: readonly string[]): DeclaredType {
  return { file: path.join(SDK, module, 'types.gen'), names };
}

/** The declarations of a module, each from its keyword on. */
function declarations(module: string): string[] {
  return readFileSync(path.join(SDK, module, 'types.gen.d.ts'), 'utf8').split(/^export /m);
}

function declares(module: string, name: string): boolean {
  return declarations(module).some((text) => new RegExp(`^(?:interface|type) ${name}\\b`).test(text));
}

/** Plugin id the module's v2 builder starts with. */
function groupOf(module: string, builder: string): string {
  const Builder = load(module)[builder];
  if (Builder === undefined) throw new Error(`the SDK's module ${module} has no ${builder}`);
  return new Builder().build().group;
}

function modulesWith(builderFile: string): string[] {
  return readdirSync(SDK).filter((module) => existsSync(path.join(SDK, module, builderFile)));
}

/** Every visualisation the SDK builds for v2 dashboards. */
export function sdkPanels(): SdkPanel[] {
  return modulesWith('visualizationV2Builder.gen.js').map((module) => ({
    group: groupOf(module, 'VisualizationV2Builder'),
    options: sdkType(module, 'Options'),
    ...(declares(module, 'FieldConfig') && { fieldConfig: sdkType(module, 'FieldConfig') }),
  }));
}

/** Every query the SDK builds for v2 dashboards: the interfaces it marks as variants of a query. */
export function sdkQueries(): SdkQuery[] {
  return modulesWith('queryV2Builder.gen.js').map((module) => {
    const names = declarations(module)
      .filter((text) => text.includes('_implementsDataqueryVariant'))
      .flatMap((text) => /^interface (\w+)/.exec(text)?.[1] ?? []);
    return { group: groupOf(module, 'QueryV2Builder'), module, query: sdkType(module, ...names) };
  });
}

/** What the SDK's own `defaultX()` of a module's type (or a common one) sets, as plain JSON; undefined when there is no default. */
export function sdkDefault(module: string, name: string): object | undefined {
  for (const from of [module, 'common']) {
    const make = load(from)[`default${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`];
    if (make === undefined) continue;
    const made: unknown = JSON.parse(JSON.stringify(make()));
    if (typeof made === 'object' && made !== null) return made;
  }
  return undefined;
}
