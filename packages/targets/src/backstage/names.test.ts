import { expect, test } from 'vitest';
import { backstageName, backstageTag } from './names.ts';

test.each([
  ['go', 'go'],
  ['C++', 'c++'],
  ['division:retail', 'division:retail'],
  ['cost_center:A B', 'cost-center:a-b'],
  ['--x--', 'x'],
  ['größe', 'gr-e'],
  ['é', ''],
  ['x'.repeat(70), 'x'.repeat(63)],
])('tag %j is %j', (text, tag) => {
  expect(backstageTag(text)).toBe(tag);
});

test.each([
  ['payments', 'payments'],
  ['Payments Team', 'Payments-Team'],
  ['@org/payments', 'org-payments'],
  ['_x.', 'x'],
  ['—', ''],
])('name %j is %j', (text, name) => {
  expect(backstageName(text)).toBe(name);
});
