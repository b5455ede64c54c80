import { DefinitionError } from '@binnacle/model';
import { expect, it } from 'vitest';
import { annotation } from '../dashboards/annotations/annotation.ts';
import { query } from '../dashboards/queries/query.ts';
import { variable } from '../dashboards/variables/label-values.ts';
import { gauge } from '../metrics/gauge.ts';
import { alert } from '../rules/alert.ts';
import { record } from '../rules/record.ts';
import { absent } from './absent.ts';
import { grouped, sum, topk } from './aggregate.ts';
import { histogramQuantile } from './histogram.ts';
import { labelJoin } from './label.ts';
import { abs, clampMin } from './math.ts';
import { quantileOverTime } from './over-time.ts';
import { promql } from './promql.ts';
import { predictLinear, rate } from './rate.ts';

const up = gauge('up', { help: 'Up.', unit: 'targets' });
// @ts-expect-error what an import by a wrong name is in a file that nobody type-checks
const nope: never = undefined;

it.each([
  ['argument 1 of rate', () => rate(nope)],
  ['argument 1 of predictLinear', () => predictLinear(nope, 5)],
  ['argument 2 of quantileOverTime', () => quantileOverTime(0.9, nope)],
  ['argument 1 of sum', () => sum(nope)],
  ['argument 1 of grouped', () => grouped(nope)],
  ['argument 2 of topk', () => topk(3, nope)],
  ['argument 2 of histogramQuantile', () => histogramQuantile(0.9, nope)],
  ['argument 1 of abs', () => abs(nope)],
  ['argument 1 of clampMin', () => clampMin(nope, 1)],
  ['argument 1 of labelJoin', () => labelJoin(nope, 'a', { from: [nope] })],
  ['argument 1 of absent', () => absent(nope)],
  ['right side of >', () => up.gt(nope)],
  ['value 2 of promql`…`', () => promql`${up} > ${nope}`],
  ['argument 1 of query', () => query(nope)],
  ['argument 1 of variable', () => variable(nope, 'a')],
  ['argument 1 of record', () => record(nope)],
  ['expression of Deploys', () => annotation('Deploys', nope)],
  ['expr of Down', () => alert('Down', { expr: nope, severity: 'page', summary: 'x' })],
])('%s that is undefined is an import that failed', (what, write) => {
  expect(write).toThrow(new DefinitionError(`${what} is undefined`, { fix: 'is the import right?' }));
});

it('says when something else was passed', () => {
  // @ts-expect-error no metric
  const service: never = { kind: 'Service' };
  expect(() => sum(service)).toThrow('argument 1 of sum is not a metric or an expression');
  expect(() => sum(up)).not.toThrow();
});
