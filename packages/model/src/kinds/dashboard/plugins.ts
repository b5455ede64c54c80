import type { Diagnostic } from '../../diagnostic.ts';
import type { Resource } from '../../resource.ts';
import { partDiagnostics, type Part } from '../../schema/check.ts';
import { panelValidator, queryValidator, type LoadedValidator } from '../../schema/validator.ts';
import type { Panel, PanelOverride } from './panels.ts';

/** Overrides of a plugin's own field options are named `custom.<option>`, deeper ones `custom.<option>.<part>`. */
const CUSTOM = /^custom\.(\w+)$/;

/** A part of a panel with the validator of its plugin; plugins we have no schema for are not checked. */
type Checked = readonly [part: Omit<Part, 'subject' | 'isLenient'>, validator: LoadedValidator | undefined];

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** An override's value is checked as the field configuration that sets nothing else. */
function override({ id, value, path }: PanelOverride, validator: LoadedValidator | undefined): Checked[] {
  const option = CUSTOM.exec(id)?.[1];
  if (option === undefined || !isSet(value)) return [];
  return [[{ rule: 'schema/panel', value: { [option]: value }, path }, validator]];
}

function partsOf(panel: Panel): Checked[] {
  const fieldConfig = panelValidator(panel.type, 'fieldConfig');
  const parts: Checked[] = panel.overrides.flatMap((one) => override(one, fieldConfig));
  if (isSet(panel.options.value)) {
    parts.push([{ rule: 'schema/panel', ...panel.options }, panelValidator(panel.type, 'options')]);
  }
  if (isSet(panel.custom.value)) parts.push([{ rule: 'schema/panel', ...panel.custom }, fieldConfig]);
  for (const { type, spec, path } of panel.queries) {
    if (type === undefined) continue;
    parts.push([{ rule: 'schema/query', value: spec, path }, queryValidator(type)]);
  }
  return parts;
}

/**
 * Findings about what plugins define: the options and field options of each panel's visualisation, and its queries. A field
 * the SDK does not know is a warning, because plugins gain options with every release.
 */
export function pluginDiagnostics(resource: Resource, panels: readonly Panel[]): Diagnostic[] {
  return panels.flatMap((panel) =>
    partsOf(panel).flatMap(([part, validator]) =>
      validator === undefined
        ? []
        : partDiagnostics(resource, { ...part, subject: () => panel.title, isLenient: true }, validator),
    ),
  );
}
