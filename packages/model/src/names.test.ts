import { describe, expect, test } from 'vitest';
import { DNS_LABEL, DNS_SUBDOMAIN, GRAFANA_UID, keepsNameRule, unsafeFileName } from './names.ts';

describe('unsafeFileName', () => {
  test.each(['checkout', 'a.b', 'über', '-x', 'console', 'nullable', 'com'])('%j is a file name everywhere', (name) => {
    expect(unsafeFileName(name)).toBeUndefined();
  });

  test.each([
    ['', 'is empty'],
    ['..', 'would leave its folder'],
    ['../etc/passwd', 'would leave its folder'],
    ['a/b', 'would leave its folder'],
    ['a\\b', 'would leave its folder'],
    ['a\0b', 'contains "\\u0000"'],
    ['a:b', 'contains ":"'],
    ['a.', 'starts or ends with a space or ends with a dot'],
    ['nul', 'is a device name on Windows'],
    ['COM1.yaml', 'is a device name on Windows'],
    ['ä'.repeat(101), 'is longer than 200 bytes'],
  ])('%j is not: it %s', (name, reason) => {
    expect(unsafeFileName(name)).toBe(reason);
  });
});

test.each([
  [GRAFANA_UID, 'Checkout_1-a', 'check.out'],
  [GRAFANA_UID, 'x'.repeat(40), 'x'.repeat(41)],
  [DNS_LABEL, 'checkout-2', 'Checkout'],
  [DNS_LABEL, 'ab', 'a'],
  [DNS_LABEL, 'a-b', 'a-'],
  [DNS_SUBDOMAIN, 'checkout.rules', 'checkout..rules'],
])('%o accepts %s and not %s', (rule, good, bad) => {
  expect(keepsNameRule(good, rule)).toBe(true);
  expect(keepsNameRule(bad, rule)).toBe(false);
});
