import type { Value } from './value.ts';

/** Types of parameters: anything, or one of Go's types that a value must have. */
export type Parameter = 'any' | 'string' | 'vector' | 'sample' | 'int' | 'time.Duration' | 'time.Time';

/** A function or method that templates may call. */
export interface TemplateFunction {
  readonly parameters: readonly Parameter[];
  /** Type of any number of further arguments. */
  readonly rest?: Parameter;
  /** @throws CallError with Go's words for what is wrong. */
  readonly call: (args: readonly Value[]) => Value;
}

/** Go's names of the parameter types. */
export const PARAMETER_TYPES: Readonly<Record<Parameter, string>> = {
  any: 'interface {}',
  string: 'string',
  vector: 'template.queryResult',
  sample: '*template.sample',
  int: 'int',
  'time.Duration': 'time.Duration',
  'time.Time': 'time.Time',
};
