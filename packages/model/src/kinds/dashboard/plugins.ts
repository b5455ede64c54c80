import type { Diagnostic } from '../../diagnostic.ts';
import type { Resource } from '../../resource.ts';
import { partDiagnostics } from '../../schema/check.ts';
import { panelValidator, queryValidator, type Validator } from '../../schema/validator.ts';
import type { Panel } from './panels.ts';

/** Overrides of a plugin's own field options are named `custom.<option>`, deeper ones `custom.<option>.<part>`. */
const CUSTOM = /^custom\.(\w+)$/;

/** Checks one part of a panel with its plugin's validator; plugins we have no schema for are not checked. */
type Check = (
  rule: 'schema/panel' | 'schema/query',
  part: { readonly value: unknown; readonly path: string },
  validator: Validator | undefined,
) => void;

function checkPanel(panel: Panel, check: Check): void {
  const fieldConfig = panelValidator(panel.type, 'fieldConfig');
  if (panel.options.value) check('schema/panel', panel.options, panelValidator(panel.type, 'options'));
  if (panel.custom.value) check('schema/panel', panel.custom, fieldConfig);
  for (const { id, value, path } of panel.overrides) {
    const option = CUSTOM.exec(id)?.[1];
    if (option === undefined || value === undefined || value === null) continue;
    // An override's value is checked as the field configuration that sets nothing else.
    check('schema/panel', { value: { [option]: value }, path }, fieldConfig);
  }
  for (const { type, spec, path } of panel.queries) {
    if (type !== undefined) check('schema/query', { value: spec, path }, queryValidator(type));
  }
}

/**
 * Findings about what plugins define: the options and field options of each panel's visualisation, and its queries. A field
 * the SDK does not know is a warning, because plugins gain options with every release.
 */
export function pluginDiagnostics(resource: Resource, panels: readonly Panel[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const panel of panels) {
    const subject = () => panel.title;
    checkPanel(panel, (rule, part, validator) => {
      if (validator === undefined || validator(part.value)) return;
      found.push(...partDiagnostics(resource, { rule, ...part, subject, isLenient: true }, validator));
    });
  }
  return found;
}
