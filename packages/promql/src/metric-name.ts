import type { VectorSelector } from './ast.ts';

/**
 * The one metric a selector selects, wherever its name is written: `x{…}`, `{"x"}` or `{__name__="x"}`. `undefined` when it
 * is left open or given by a regular expression.
 */
export function metricName({ name, matchers }: VectorSelector): string | undefined {
  if (name !== undefined && name !== '') return name;
  const exact = matchers.filter(({ label, op, value }) => label === '__name__' && op === '=' && value !== '');
  const first = exact[0]?.value;
  return exact.every(({ value }) => value === first) ? first : undefined;
}
