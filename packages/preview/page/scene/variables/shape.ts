import type { VariableValueOption } from '@grafana/scenes';
import { VariableHide } from '@grafana/data';

/** What all variables of the v2 shape say about themselves. */
interface Described {
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly hide?: string;
  readonly skipUrlSync?: boolean;
}

const HIDDEN: Readonly<Record<string, VariableHide>> = {
  dontHide: VariableHide.dontHide,
  hideLabel: VariableHide.hideLabel,
  hideVariable: VariableHide.hideVariable,
  inControlsMenu: VariableHide.dontHide,
};

/** Name, label and visibility, as scenes want them. */
export function describedAs({ name, label, description, hide = 'dontHide', skipUrlSync = false }: Described) {
  return {
    name,
    ...(label === undefined || label === '' ? {} : { label }),
    ...(description === undefined ? {} : { description }),
    hide: HIDDEN[hide] ?? VariableHide.dontHide,
    skipUrlSync,
  };
}

interface Choosing {
  readonly current?: { readonly text?: string | readonly string[]; readonly value?: string | readonly string[] };
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string;
  readonly allowCustomValue?: boolean;
}

function mutable(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value];
}

/** The chosen values and how one may choose, as scenes want them. A variable of several values holds a list. */
export function choiceOf({
  current = {},
  multi = false,
  includeAll = false,
  allValue,
  allowCustomValue = true,
}: Choosing) {
  const { value = multi ? [] : '', text = value } = current;
  const several = (one: string | readonly string[]): string | string[] => {
    const list = [one].flat();
    return multi ? list.filter((item) => item !== '') : (list[0] ?? '');
  };
  return {
    value: several(mutable(value)),
    text: several(mutable(text)),
    isMulti: multi,
    includeAll,
    allowCustomValue,
    ...(allValue === undefined || allValue === '' ? {} : { allValue }),
    // Where nothing was chosen, the first value or all of them.
    ...(includeAll && several(mutable(value)).length === 0 ? { defaultToAll: true } : {}),
  };
}

/** Options written out in a definition. */
export function optionsOf(
  options: readonly { readonly text: string | readonly string[]; readonly value: string | readonly string[] }[] = [],
): VariableValueOption[] {
  return options.map(({ text, value }) => ({ label: [text].flat().join(', '), value: [value].flat().join(',') }));
}
