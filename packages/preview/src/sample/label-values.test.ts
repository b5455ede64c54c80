import type { LabelSpec, MetricSpec } from '@binnacle/model';
import { expect, it } from 'vitest';
import { combinationsOf, type Hints } from './label-values.ts';

const NO_HINTS: Hints = () => [];
const ROUTES: Hints = (name, label) => (name === 'shop_requests_total' && label === 'route' ? ['/cart', '/pay'] : []);
const metric = (...labels: readonly LabelSpec[]): MetricSpec => ({
  name: 'shop_requests_total',
  type: 'counter',
  help: '',
  unit: 'requests',
  labels,
  targetLabels: ['job', 'instance'],
});
const bounded = (name: string, bound: number): LabelSpec => ({ name, domain: { kind: 'bounded', bound } });
const oneOf = (name: string, ...values: readonly string[]): LabelSpec => ({ name, domain: { kind: 'one-of', values } });

const shown = (spec: MetricSpec, hints = NO_HINTS): string[] =>
  combinationsOf(spec, hints).map(({ labels }) => Object.values(labels).join(' '));

it('a metric without labels is one series', () => {
  expect(combinationsOf(metric(), NO_HINTS)).toEqual([{ labels: {}, weight: 1, isError: false }]);
});

it('lists of values make every combination, and their weights add up to 1', () => {
  const all = combinationsOf(metric(oneOf('a', 'x', 'y'), oneOf('b', '1', '2')), NO_HINTS);
  expect(all.map(({ labels }) => labels)).toEqual([
    { a: 'x', b: '1' },
    { a: 'x', b: '2' },
    { a: 'y', b: '1' },
    { a: 'y', b: '2' },
  ]);
  expect(all.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

it('labels of which only the number of values is known go together', () => {
  expect(shown(metric(bounded('device', 10), bounded('fstype', 10), bounded('mountpoint', 10)))).toEqual([
    'sda ext4 /',
    'sdb xfs /var/lib/data',
    'nvme0n1 vfat /boot/efi',
  ]);
});

it('values that queries ask for come first, up to the bound', () => {
  expect(shown(metric(bounded('route', 3)), ROUTES)).toEqual(['/cart', '/pay', '/']);
});

it('a label nobody knows has numbered values', () => {
  expect(shown(metric(bounded('flavour', 2)))).toEqual(['flavour-1', 'flavour-2']);
});

it('few answers are errors, and they are known as such', () => {
  const all = combinationsOf(metric({ name: 'code', domain: { kind: 'http-status', form: 'code' } }), NO_HINTS);
  const errors = all.filter(({ isError }) => isError);
  expect(errors.map(({ labels }) => labels['code'])).toEqual(['500', '502', '503']);
  const share = errors.reduce((sum, { weight }) => sum + weight, 0);
  expect(share).toBeGreaterThan(0.001);
  expect(share).toBeLessThan(0.006);
});

it('a metric with very many combinations keeps its errors and the most frequent ones', () => {
  const many = Array.from({ length: 30 }, (_, i) => `v${i}`);
  const all = combinationsOf(metric(oneOf('a', ...many), oneOf('result', 'success', 'error')), NO_HINTS);
  expect(all).toHaveLength(48);
  expect(all.filter(({ isError }) => isError)).toHaveLength(30);
});
