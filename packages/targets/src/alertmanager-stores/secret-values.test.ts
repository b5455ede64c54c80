import { expect, test } from 'vitest';
import { secretValues } from './secret-values.ts';

const SECRET = 'R0123456789abcdef';
const spec = (routing_key: string) => ({
  receivers: [{ name: 'pager', pagerduty_configs: [{ routing_key, client: 'shop' }] }],
});
const vault = (value: string | undefined = SECRET) =>
  secretValues((name) => (name === 'PAGERDUTY_KEY' ? value : undefined), 'shop/production');

test('a placeholder and the secret it stands for look the same, and show neither', () => {
  const { hide, fillAndHide } = vault();
  const { hidden, missing } = fillAndHide(spec('${PAGERDUTY_KEY}'));
  expect(hidden).toEqual(hide(spec(SECRET)));
  expect(JSON.stringify(hidden)).toMatch(/"routing_key":"\(secret [0-9a-f]{12}\)","client":"shop"/);
  expect(missing).toEqual([]);
});

test('another secret looks otherwise, and so does the same one elsewhere', () => {
  const shown = JSON.stringify(vault().hide(spec(SECRET)));
  expect(JSON.stringify(vault().hide(spec('R1')))).not.toBe(shown);
  expect(JSON.stringify(secretValues(() => undefined, 'shop/staging').hide(spec(SECRET)))).not.toBe(shown);
});

test('what was hidden is put back to be written', () => {
  const { fillAndHide, reveal, values } = vault();
  expect(reveal(fillAndHide(spec('key-${PAGERDUTY_KEY}')).hidden)).toEqual(spec(`key-${SECRET}`));
  expect(values()).toEqual([SECRET]);
});

test('variables that are not set are named', () => {
  expect(vault('').fillAndHide(spec('${PAGERDUTY_KEY}')).missing).toEqual(['PAGERDUTY_KEY']);
});
