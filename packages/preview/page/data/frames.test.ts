import { describe, expect, it } from 'vitest';
import type { QueryData } from './api.ts';
import { framesOf, type FrameOptions, legendText, numberOf, seriesText } from './frames.ts';
import { numbersOf } from '../drawing/field-values.ts';

const OPTIONS: FrameOptions = { refId: 'A', expr: 'x', legend: '', format: 'time_series', many: false };
const STEPS = { start: 0, end: 30_000, step: 10_000 };

function matrix(
  ...result: { readonly metric: Record<string, string>; readonly values: (readonly [number, string])[] }[]
): QueryData {
  return { resultType: 'matrix', result };
}

describe('frames of an answer', () => {
  it('have a gap where a series has no sample', () => {
    const [frame] = framesOf(
      matrix({
        metric: { a: 'b' },
        values: [
          [0, '1'],
          [30, '4'],
        ],
      }),
      { ...OPTIONS, steps: STEPS },
    );
    expect(frame?.fields[1]?.values).toEqual([1, null, null, 4]);
  });

  it('are named after the legend', () => {
    const [frame] = framesOf(matrix({ metric: { code: '500' }, values: [[0, '1']] }), {
      ...OPTIONS,
      legend: 'code {{code}}',
      steps: STEPS,
    });
    expect(frame?.fields[1]?.config.displayNameFromDS).toBe('code 500');
  });

  it('are one table with a column for each label', () => {
    const data: QueryData = {
      resultType: 'vector',
      result: [
        { metric: { job: 'a' }, value: [5, '1'] },
        { metric: { job: 'b', code: '1' }, value: [5, '2'] },
      ],
    };
    const [frame] = framesOf(data, { ...OPTIONS, format: 'table', many: true });
    expect(frame?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['Time', [5000, 5000]],
      ['code', ['', '1']],
      ['job', ['a', 'b']],
      ['Value #A', [1, 2]],
    ]);
  });

  it('of a histogram hold what lies between two bounds, in the order of bounds', () => {
    const data = matrix(
      { metric: { le: '+Inf' }, values: [[0, '10']] },
      { metric: { le: '0.5' }, values: [[0, '4']] },
      { metric: { le: '1' }, values: [[0, '7']] },
    );
    const [frame] = framesOf(data, { ...OPTIONS, format: 'heatmap', steps: { start: 0, end: 0, step: 1000 } });
    expect(frame?.fields.slice(1).map((field) => [field.name, numbersOf(field)[0]])).toEqual([
      ['0.5', 4],
      ['1', 3],
      ['+Inf', 3],
    ]);
  });
});

describe('text of a series', () => {
  it('is written as in PromQL', () => {
    expect(seriesText({ __name__: 'up', job: 'node' })).toBe('up{job="node"}');
  });

  it('leaves out labels that are not there', () => {
    expect(legendText('{{a}}-{{b}}', { a: '1' })).toBe('1-');
  });
});

describe('a number of Prometheus', () => {
  it.each([
    ['1.5', 1.5],
    ['+Inf', Infinity],
    ['-Inf', -Infinity],
    ['NaN', null],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});
