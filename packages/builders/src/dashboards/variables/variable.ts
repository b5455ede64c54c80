import type { VariableKind as SdkVariable } from '@grafana/grafana-foundation-sdk/dashboardv2';
import type { Match } from '../../query/vector.ts';
import type { Plain } from '../schema.ts';

export type VariableKind = Plain<SdkVariable>;

/** A dashboard variable: usable as a matcher in `where`, in titles as `$name`, and to repeat rows and panels by. */
export interface Variable<N extends string = string, V extends string = string> extends Match<V> {
  readonly type: 'variable';
  readonly name: N;
  readonly kind: VariableKind;
}

/** What every variable may say. */
export interface VariableOptions<N extends string = string> {
  /** Default: the label. */
  readonly name?: N;
  /** What the reader sees. Default: the name as words. */
  readonly label?: string;
  readonly description?: string;
  readonly hide?: 'dontHide' | 'hideLabel' | 'hideVariable' | 'inControlsMenu';
}

/** Fields that all kinds of variables share. */
export function variableFrame(name: string, { label, description, hide = 'dontHide' }: VariableOptions) {
  if (!/^\w+$/.test(name)) throw new Error(`"${name}" cannot name a variable; use letters, digits and _`);
  return {
    name,
    label: label ?? words(name),
    hide,
    skipUrlSync: false,
    ...(description === undefined ? {} : { description }),
  };
}

function words(name: string): string {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Wraps a kind as a variable; several values at a time are matched as alternatives. */
export function variableOf<N extends string, V extends string = string>(
  name: N,
  kind: VariableKind,
  several = false,
): Variable<N, V> {
  return { type: 'variable', name, kind, op: several ? '=~' : '=', value: `$${name}` };
}
