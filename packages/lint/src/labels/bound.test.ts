import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canHave, intersection, type LabelBound, union } from './bound.ts';

const LABELS = ['a', 'b', 'c', 'd'];
const bound: fc.Arbitrary<LabelBound> = fc.record({
  open: fc.boolean(),
  labels: fc.subarray(LABELS).map((labels) => new Set(labels)),
});

test('union and intersection are those of what they allow', () => {
  fc.assert(
    fc.property(bound, bound, fc.constantFrom(...LABELS, 'anything else'), (a, b, label) => {
      expect(canHave(union(a, b), label)).toBe(canHave(a, label) || canHave(b, label));
      expect(canHave(intersection(a, b), label)).toBe(canHave(a, label) && canHave(b, label));
    }),
  );
});
