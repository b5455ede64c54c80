import type { Span } from '../ast.ts';

/** A literal number: Go keeps integers and floats apart. */
export type Constant =
  { readonly kind: 'int'; readonly value: bigint } | { readonly kind: 'float'; readonly value: number };

/** A value and the dotted path after it: `.Labels.job` is the field term of `['Labels', 'job']`. */
export type Term = {
  readonly span: Span;
  /** Offset that Go names in errors: with a path of two or more, that of its second field. */
  readonly at: number;
} & (
  | { readonly type: 'dot' }
  | { readonly type: 'nil' }
  | { readonly type: 'field'; readonly path: readonly string[] }
  | { readonly type: 'variable'; readonly name: string; readonly path: readonly string[] }
  | { readonly type: 'function'; readonly name: string; readonly path: readonly string[] }
  | { readonly type: 'string'; readonly value: string; readonly quoted: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'number'; readonly text: string; readonly value: Constant }
  | { readonly type: 'pipeline'; readonly pipeline: Pipeline; readonly path: readonly string[] }
);

/** A term and its arguments. */
export type Command = readonly [Term, ...Term[]];

/** Variables it declares or assigns, and commands joined by `|`. */
export interface Pipeline {
  readonly at: number;
  readonly declares: readonly string[];
  /** `=` and not `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

/** A piece of a template. Whitespace next to trim markers is gone from its text. */
export type Action =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'output'; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: Block;
      readonly otherwise: Block;
    }
  | { readonly type: 'break' | 'continue' }
  | { readonly type: 'define'; readonly name: string; readonly body: Block }
  | {
      readonly type: 'template';
      readonly at: number;
      readonly name: string;
      readonly pipeline: Pipeline | undefined;
      /** Of `{{block}}`, which also defines what it calls. */
      readonly body: Block | undefined;
    };

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
