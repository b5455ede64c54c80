import { build, type Matcher, type MatchOp } from '@binnacle/promql';

/** What a label has to be, or not to be. */
export interface Filter {
  readonly label: string;
  readonly op: MatchOp;
  readonly value: string;
}

/** Operators of filters, in words. */
export const FILTER_OPS: readonly { readonly op: MatchOp; readonly words: string }[] = [
  { op: '=', words: 'is' },
  { op: '!=', words: 'is not' },
  { op: '=~', words: 'matches' },
  { op: '!~', words: 'does not match' },
];

const WRITTEN = /^([A-Za-z_]\w*)(=~|!~|!=|=)([\s\S]*)$/;

/** A filter as an address has it: `code=~5..`. */
export function filterText({ label, op, value }: Filter): string {
  return `${label}${op}${value}`;
}

/** The filter of a text; undefined for what is none. */
export function readFilter(text: string): Filter | undefined {
  const [, label = '', op = '', value = ''] = WRITTEN.exec(text) ?? [];
  return op === '=' || op === '!=' || op === '=~' || op === '!~' ? { label, op, value } : undefined;
}

/** True for a filter by a pattern. */
export function isPattern({ op }: Pick<Filter, 'op'>): boolean {
  return op === '=~' || op === '!~';
}

/** Filters as matchers of a query. */
export function matchersOf(filters: readonly Filter[]): readonly Matcher[] {
  return filters.map(({ label, op, value }) => build.matcher(label, value, op));
}
