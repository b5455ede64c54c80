import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run.ts';

const CORPUS = join(import.meta.dirname, '../../../../../../shared/corpus/promql/promqltest');
/** Lines whose expected values are themselves rounded to seven digits. */
const ROUNDED: Readonly<Record<string, readonly number[]>> = { 'native_histograms.test': [580, 622] };

describe.skipIf(!existsSync(CORPUS))(
  'the corpus of Prometheus’s engine tests (skipped without ../shared/corpus)',
  () => {
    for (const file of existsSync(CORPUS) ? readdirSync(CORPUS) : []) {
      it(`${file} passes, to 1e-9`, () => {
        const { passed, coarse, failures } = runScript(readFileSync(join(CORPUS, file), 'utf8'));
        expect(failures).toEqual([]);
        expect(coarse).toEqual(ROUNDED[file] ?? []);
        expect(passed).toBeGreaterThan(0);
      });
    }
  },
);

function problems(script: string): readonly string[] {
  return runScript(script).failures.flatMap((failure) => failure.problems);
}

describe('runScript', () => {
  it('passes what is as expected and tells what is not', () => {
    const report = runScript(
      [
        'load 1m',
        '  a{x="1"} 1 2 3',
        '',
        'eval instant at 2m a',
        '  a{x="1"} 3',
        '',
        'eval instant at 2m sum(a)',
        '  {} 4',
      ].join('\n'),
    );
    expect(report.passed).toBe(1);
    expect(report.failures).toEqual([
      {
        line: 7,
        query: 'sum(a)',
        problems: ['{} at 120000 ms is 3, expected 4', 'as a range query: {} at 120000 ms is 3, expected 4'],
      },
    ]);
  });

  it('tells missing and unexpected series', () => {
    expect(problems('load 1m\n a{x="1"} 1\n\neval instant at 0 a\n a{x="2"} 1')).toEqual([
      'no series a{x="2"}',
      'unexpected series a{x="1"} 1',
      'as a range query: no series a{x="2"}',
      'as a range query: unexpected series a{x="1"} 1',
    ]);
  });

  it('wants every note to be expected once one is', () => {
    const load = 'load 1m\n a 0+1x10\n\n';
    expect(problems(`${load}eval instant at 5m rate(a[5m])\n expect no_info\n {} 0.016666666666666666`)).toEqual([
      'unexpected info: PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "a" (1:6)',
    ]);
    expect(
      problems(
        `${load}eval instant at 5m rate(a[5m])\n expect info regex: .*not be a counter.*\n {} 0.016666666666666666`,
      ),
    ).toEqual([]);
    expect(problems(`${load}eval instant at 5m rate(a[5m])\n expect warn\n {} 0.016666666666666666`)).toEqual([
      'no warn ; there are: none',
    ]);
  });

  it('wants a query that should fail to fail with the message', () => {
    expect(problems('eval instant at 0 topk(NaN, x)\n expect fail msg: Parameter value is NaN')).toEqual([]);
    expect(problems('eval instant at 0 topk(NaN, x)\n expect fail msg: something else')).toEqual([
      'failed otherwise: Parameter value is NaN',
    ]);
    expect(problems('eval instant at 0 vector(1)\n expect fail')).toEqual(['did not fail']);
    expect(problems('eval_fail instant at 0 topk(NaN, x)\n expected_fail_message Parameter value is NaN')).toEqual([]);
  });

  it('names a line it cannot read', () => {
    expect(problems('lode 1m')).toEqual(['lode 1m is no command; write load, eval or clear']);
    expect(problems('load 1m\n a 1 2 three')).toEqual(['three is no value; write a number, a+bxn, _, stale or {{…}}']);
  });

  it('loads classic histograms as native ones too', () => {
    expect(
      problems(`load_with_nhcb 1m
        h_bucket{le="1"} 2
        h_bucket{le="2"} 5
        h_bucket{le="+Inf"} 6
        h_count 6
        h_sum 9

      eval instant at 0 h
        h {{schema:-53 sum:9 count:6 custom_values:[1 2] buckets:[2 3 1]}}

      eval instant at 0 histogram_quantile(0.5, h)
        {} 1.3333333333333333

      eval instant at 0 histogram_quantile(0.5, h_bucket)
        {} 1.3333333333333333`),
    ).toEqual([]);
  });
});
