import { expect, it } from 'vitest';
import { checkEvaluation } from './check-evaluation.ts';
import { parse } from './parse.ts';

it.each([
  ['label_replace(a, "dst", "$1", "src", "(.*")', 'invalid regular expression: missing closing ): `(.*`'],
  [String.raw`label_replace(a, "\xff", "", "src", "(.*)")`, 'label_replace sets a label with an invalid name'],
  ['label_join(a, "", "-", "b")', 'label_join sets a label with an invalid name'],
  [String.raw`count_values("a\xc5z", a)`, 'count_values sets a label with an invalid name'],
  ['topk(NaN, a)', 'the parameter of topk is NaN'],
  ['deriv(a[3m] anchored)', 'anchored does not go with deriv'],
  ['changes(a[3m] smoothed)', 'smoothed does not go with changes'],
])('%s cannot be evaluated', (text, message) => {
  const { expr, errors } = parse(text);
  expect(errors).toEqual([]);
  expect(checkEvaluation(expr).map((error) => error.message)).toEqual([message]);
});

it.each([
  'label_replace(a, "dst", "$1", "src", "(.*)")',
  'label_replace(a, "$label", "", "src", "$pattern")',
  'count_values("a b", a)',
  'topk(3, a)',
  'rate(a[3m] smoothed)',
  'changes(a[3m] anchored)',
  'a smoothed',
])('%s can', (text) => {
  expect(checkEvaluation(parse(text).expr)).toEqual([]);
});
