import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  letrec,
  oneof,
  property,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toYaml } from './to-yaml.ts';

const VERSIONS = ['1.1', '1.2'] as const;

describe('toYaml', () => {
  test('writes a rule the way people write it', () => {
    const rule = {
      annotations: { summary: '{{ $labels.job }} is down' },
      labels: { severity: 'page' },
      for: '5m',
      expr: 'up{job="node"} == 0',
      alert: 'NodeDown',
    };
    expect(
      toYaml({ spec: { groups: [{ rules: [rule], name: 'node' }] }, kind: 'PrometheusRule', apiVersion: 'v1' }),
    ).toBe(
      `apiVersion: v1
kind: PrometheusRule
spec:
  groups:
    - name: node
      rules:
        - alert: NodeDown
          expr: up{job="node"} == 0
          for: 5m
          labels:
            severity: page
          annotations:
            summary: '{{ $labels.job }} is down'
`,
    );
  });

  test('writes a multi-line expression as a literal block', () => {
    expect(toYaml({ expr: 'sum by (job) (\n  rate(x[5m])\n)' })).toBe(
      'expr: |-\n  sum by (job) (\n    rate(x[5m])\n  )\n',
    );
    expect(toYaml({ text: 'a\n\nb\n' })).toBe('text: |\n  a\n\n  b\n');
  });

  test.each([
    ['yes', "'yes'"],
    ['On', "'On'"],
    ['~', "'~'"],
    ['1.10', "'1.10'"],
    ['1h30m', '1h30m'],
    ['1e5', "'1e5'"],
    ['0o17', "'0o17'"],
    ['017', "'017'"],
    ['190:20:30', "'190:20:30'"],
    ['2001-12-14', "'2001-12-14'"],
    ['<<', "'<<'"],
    ['=', "'='"],
    ['', "''"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['key:', "'key:'"],
    ['trailing ', "'trailing '"],
    ["it's: so", `"it's: so"`],
    ['\ttab', '"\\ttab"'],
    ['a\u2028b', '"a\\u2028b"'],
    ['a\u0085b', '"a\\u0085b"'],
    ['\n', '"\\n"'],
    ['yesterday', 'yesterday'],
    ["it's so", "it's so"],
    ['größe → 3', 'größe → 3'],
  ])('writes the string %j as %s', (value, written) => {
    expect(toYaml(value)).toBe(`${written}\n`);
  });

  test.each([
    [1e21, '1.0e+21'],
    [1.5e-7, '1.5e-7'],
    [1e-7, '1.0e-7'],
    [0.1, '0.1'],
    [-3, '-3'],
    [Number.NaN, 'null'],
  ])('writes the number %d as %s', (value, written) => {
    expect(toYaml(value)).toBe(`${written}\n`);
  });

  test('leaves out what JSON leaves out and keeps empty collections', () => {
    expect(toYaml({ a: undefined, b: [], c: {}, d: { e: undefined }, f: [{}, [], [[1]]] })).toBe(
      'b: []\nc: {}\nd: {}\nf:\n  - {}\n  - []\n  - - - 1\n',
    );
  });

  test('does not depend on the order keys were set in', () => {
    expect(toYaml({ b: 1, a: { d: 1, c: 2 } })).toBe(toYaml({ a: { c: 2, d: 1 }, b: 1 }));
  });

  const tricky = oneof(
    string({ unit: 'grapheme' }),
    string({
      unit: constantFrom('a', ' ', '\n', ':', '#', '-', "'", '"', '\t', '|', '{', '%', '\r', '\u0085', '\u2029', '0'),
    }),
    constantFrom(
      'yes',
      'NO',
      '1_000',
      '5m',
      '1h30m',
      '1e5',
      '1y',
      '0d',
      '0x1F',
      '.inf',
      '-.INF',
      '.nan',
      '1:30',
      '2026-01-01 00:00:00',
      '---',
      '...',
      '!!str x',
      '&a',
      '*a',
      '? a',
      '- a',
      '%TAG',
      '@a',
      '`a',
    ),
    string({ minLength: 1010, maxLength: 1100, unit: 'grapheme-ascii' }),
  );
  const data = letrec((tie) => ({
    value: oneof(
      { depthSize: 'small' },
      tricky,
      double({ noNaN: true, noDefaultInfinity: true }),
      integer(),
      boolean(),
      constant(null),
      tie('list'),
      tie('map'),
    ),
    list: array(tie('value'), { maxLength: 4 }),
    map: dictionary(tricky, tie('value'), { maxKeys: 4 }),
  })).value;

  test.each(VERSIONS)('the yaml library reads back what was written, as YAML %s', (version) => {
    assert(
      property(data, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(parse(toYaml(plain), { version })).toEqual(plain);
      }),
      { numRuns: 2000 },
    );
  });
});
