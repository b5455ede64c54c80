import type { Span } from '@binnacle/promql';

/** A dotted chain after a term: `.Labels.job` is the field term of `['Labels', 'job']`. */
export type Term = { readonly span: Span } & (
  | { readonly type: 'dot' }
  | { readonly type: 'field'; readonly path: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly path: readonly string[] }
  | { readonly type: 'function'; readonly name: string }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'literal' }
  | { readonly type: 'pipeline'; readonly pipeline: Pipeline; readonly path: readonly string[] }
);

/** Variables it declares, and commands joined by `|`; each command is a term and its arguments. */
export interface Pipeline {
  readonly declares: readonly string[];
  readonly commands: readonly (readonly Term[])[];
}

/** What is left of a template once its text is taken out. */
export type Action =
  | { readonly type: 'output'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: Block;
      readonly otherwise: Block;
    }
  | { readonly type: 'define'; readonly body: Block }
  | { readonly type: 'template'; readonly pipeline: Pipeline | undefined; readonly body: Block };

export type Block = readonly Action[];

/** Why Go would refuse a template, and where. */
export interface TemplateError {
  readonly message: string;
  readonly span: Span;
}

export interface Template {
  readonly block: Block;
  readonly errors: readonly TemplateError[];
}
