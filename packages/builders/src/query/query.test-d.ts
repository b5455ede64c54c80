// Checked by `tsc -b packages/builders/tsconfig.test.json`: every mistake stands beside what is right.
import { counter } from '../metrics/counter.ts';
import { gauge } from '../metrics/gauge.ts';
import { histogram } from '../metrics/histogram.ts';
import { info } from '../metrics/info.ts';
import { bounded, httpStatus, oneOf } from '../metrics/label.ts';
import { nativeHistogram } from '../metrics/native-histogram.ts';
import { summary } from '../metrics/summary.ts';
import { absent, absentOverTime } from './absent.ts';
import { avg, count, countValues, grouped, max, sum, topk } from './aggregate.ts';
import { histogramAvg, histogramFraction, histogramQuantile } from './histogram.ts';
import { withInfo } from './info.ts';
import { labelJoin, labelReplace } from './label.ts';
import { anyOf, not, regex } from './matcher.ts';
import { clamp } from './math.ts';
import { avgOverTime } from './over-time.ts';
import { promql } from './promql.ts';
import { bytes, milliseconds, number, percent, ratio, seconds } from './quantity.ts';
import { changes, delta, deriv, increase, predictLinear, rate, resets } from './rate.ts';
import type { Readable } from './readable.ts';
import { scalar, vectorOf } from './scalar.ts';
import { sortByLabel } from './sort.ts';
import { time, timestamp } from './time.ts';
import type { Instant, KindOf, LabelsOf, Operand, UnitOf } from './vector.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
declare const is: <const T extends true>(proof?: T) => T;
declare function readable<V extends Operand>(v: Readable<V>): void;
declare function facts<V extends Instant>(v: V): readonly [LabelsOf<V>, UnitOf<V>, KindOf<V>];

const requests = counter('http_requests_total', {
  help: 'Requests answered.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST'), code: httpStatus() },
  targetLabels: ['pod'],
});
const failed = counter('http_failed_total', {
  help: 'Requests failed.',
  unit: 'requests',
  labels: { method: oneOf('GET', 'POST') },
});
const busy = counter('busy_seconds_total', { help: 'Time spent working.', unit: 'seconds' });
const memory = gauge('memory_bytes', { help: 'Memory in use.', unit: 'bytes' });
const limit = gauge('memory_limit_bytes', { help: 'Memory allowed.', unit: 'bytes' });
const started = gauge('start_timestamp_seconds', { help: 'When it started.', unit: 'seconds' });
const duration = histogram('duration_seconds', {
  help: 'How long answers take.',
  unit: 'seconds',
  counts: 'requests',
  labels: { method: oneOf('GET', 'POST') },
  buckets: [0.1, 1],
});
const native = nativeHistogram('native_seconds', { help: 'How long answers take.', unit: 'seconds' });
const pauses = summary('pause_seconds', { help: 'How long pauses last.', unit: 'seconds', quantiles: [0.5, 0.9] });
const build = info('build_info', { help: 'What runs.', labels: { version: bounded(3) } });
const job = { on: ['job', 'instance'] } as const;

// Names are literals.
gauge('x_bytes', { help: 'X.', unit: 'bytes' });
// @ts-expect-error a computed name
gauge('x'.toUpperCase(), { help: 'X.', unit: 'bytes' });

// Matchers: labels and values the metric has.
requests.where({ method: 'GET', code: '404', job: 'api', pod: not('a') });
requests.where({ method: anyOf('GET', 'POST'), code: regex('5..') });
// @ts-expect-error no such label
requests.where({ route: '/' });
// @ts-expect-error target labels are declared
failed.where({ pod: 'a' });
// @ts-expect-error a value outside oneOf
requests.where({ method: 'FETCH' });
// @ts-expect-error a value outside oneOf
requests.where({ method: anyOf('GET', 'FETCH') });
// @ts-expect-error a code is a number
requests.where({ code: 'ok' });
requests.where({ method: 'GET' }).where({ code: '404' });
// @ts-expect-error a value outside oneOf, in a metric narrowed before
requests.where({ code: '404' }).where({ method: 'FETCH' });
duration.where({ method: 'GET' }).bucket.where({ le: '0.1' });
// @ts-expect-error a value outside oneOf, in one part of a histogram narrowed before
duration.where({ job: 'api' }).sum.where({ method: 'FETCH' });
duration.where({ method: 'GET' }).quantile(0.9);
// @ts-expect-error no such label
duration.where({ code: '500' });
native.where({ job: 'api' }).mean();
// @ts-expect-error no such label
native.where({ method: 'GET' });
pauses.where({ job: 'api' }).quantile(0.5);
// @ts-expect-error not one of its quantiles
pauses.quantile(0.99);

// Aggregation: labels kept and dropped.
is<Same<LabelsOf<ReturnType<typeof perCode>>, 'code' | 'pod'>>();
function perCode() {
  return sum(rate(requests), { by: ['code', 'pod'] });
}
{
  const [labels, unit, kind] = facts(sum(rate(requests), { without: ['code', 'pod'] }));
  is<Same<typeof labels, 'method' | 'job' | 'instance'>>();
  is<Same<typeof unit, 'requests/second'>>();
  is<Same<typeof kind, 'gauge'>>();
}
is<Same<LabelsOf<ReturnType<typeof total>>, never>>();
function total() {
  return sum(rate(requests));
}
// @ts-expect-error no such label
sum(rate(requests), { by: ['route'] });
// @ts-expect-error no such label
sum(rate(requests), { without: ['route'] });
// @ts-expect-error dropped before
max(sum(rate(requests), { by: ['code'] }), { by: ['method'] });
topk(3, rate(requests), { by: ['code'] });
// @ts-expect-error no such label
topk(3, rate(requests), { by: ['route'] });
countValues('size', memory).add(count(memory), { ignoring: ['size'] });
duration.quantile(0.9, { by: ['method'], window: '5m' });
// @ts-expect-error no such label
duration.quantile(0.9, { by: ['code'] });
duration.shareBelow(0.1);
// @ts-expect-error not one of its buckets
duration.shareBelow(0.2);

// Rates are of counters, slopes of gauges.
rate(requests);
increase(busy, '1h');
delta(memory);
deriv(memory, '1h').gt(0);
predictLinear(memory, seconds(3600), '1h').gt(limit);
// @ts-expect-error rate of a gauge
rate(memory);
// @ts-expect-error increase of a gauge
increase(memory);
// @ts-expect-error delta of a counter
delta(requests);
// @ts-expect-error slope of a counter
deriv(requests);
// @ts-expect-error rate of a sum
rate(sum(requests));
rate(requests.range('5m').offset('1d'));
avgOverTime(rate(requests).subquery('1h', '1m'));
// @ts-expect-error an expression has no window
avgOverTime(rate(requests), '1h');

// A counter cannot be read as it is.
readable(rate(requests));
readable(sum(increase(requests)));
readable(memory);
readable(resets(requests));
readable(changes(requests));
readable(absent(requests));
readable(count(requests));
readable(grouped(requests, { by: ['code'] }));
readable(requests.sub(failed, { ignoring: ['code', 'pod'] }));
readable(rate(native));
readable(3);
readable(seconds(3));
// @ts-expect-error a raw counter
readable(requests);
// @ts-expect-error sums of raw counters
readable(sum(requests, { by: ['code'] }));
// @ts-expect-error a raw counter compared
readable(requests.gt(100));
// @ts-expect-error a raw counter divided
readable(requests.div(2));
// @ts-expect-error a raw counter on the right
readable(number(1).sub(requests));
// @ts-expect-error the mean of a raw counter over time
readable(avgOverTime(requests, '1h'));
// @ts-expect-error raw buckets
readable(duration.bucket);
// @ts-expect-error a raw native histogram
readable(native);

// Quantiles need their buckets.
histogramQuantile(0.9, sum(rate(duration.bucket), { by: ['le', 'method'] })).gt(milliseconds(300));
histogramQuantile(0.9, sum(rate(native))).gt(seconds(1));
histogramAvg(rate(native)).gt(seconds(1));
histogramFraction(0, seconds(0.3), sum(rate(native))).lt(percent(99));
// @ts-expect-error le was dropped
histogramQuantile(0.9, sum(rate(duration.bucket), { by: ['method'] }));
// @ts-expect-error buckets that only grow
histogramQuantile(0.9, duration.bucket);
// @ts-expect-error a native histogram that only grows
histogramQuantile(0.9, native);
// @ts-expect-error not a native histogram
histogramAvg(rate(duration.bucket));

// Matching: labels that both sides have.
memory.div(limit);
memory.div(limit, job);
sum(rate(failed), { by: ['method'] }).div(sum(rate(requests), { by: ['method'] }));
rate(failed).div(rate(requests), { on: ['method'], groupRight: [] });
// @ts-expect-error different labels and nothing said
rate(failed).div(rate(requests));
// @ts-expect-error one side lacks it
rate(failed).div(rate(requests), { on: ['code'] });
// @ts-expect-error neither has it
memory.and(limit, { ignoring: ['method'] });
memory.mul(build, { ...job, groupLeft: ['version'] }).gt(bytes(1));
// @ts-expect-error build_info has no such label
memory.mul(build, { ...job, groupLeft: ['revision'] });
is<Same<LabelsOf<ReturnType<typeof versioned>>, 'job' | 'instance' | 'version'>>();
function versioned() {
  return memory.mul(build, { ...job, groupLeft: ['version'] });
}
is<Same<LabelsOf<ReturnType<typeof perMethod>>, 'method'>>();
function perMethod() {
  return increase(failed).gt(increase(requests), { on: ['method'] });
}
is<Same<UnitOf<ReturnType<typeof versioned>>, 'bytes'>>();

// Units.
memory.add(limit).gt(bytes(1));
memory.div(limit).gt(percent(90));
rate(busy).gt(ratio(0.5));
time().sub(started).gt(seconds(60));
rate(duration.count).mul(duration.mean(), { ignoring: ['method', 'job', 'instance'], groupLeft: [] });
clamp(memory, 0, bytes(10));
memory.gt(scalar(sum(limit)));
vectorOf(seconds(1)).add(timestamp(memory), { on: [] });
// @ts-expect-error bytes + seconds
memory.add(started);
// @ts-expect-error bytes − seconds
memory.sub(started);
// @ts-expect-error bytes > seconds
memory.gt(seconds(1));
// @ts-expect-error ratio < bytes
memory.div(limit).lt(bytes(1));
// @ts-expect-error seconds − bytes
time().sub(memory);
// @ts-expect-error a limit in another unit
clamp(memory, 0, seconds(10));
// @ts-expect-error two scalars compare only with bool
seconds(1).gt(seconds(2));
seconds(1).gt(seconds(2), { bool: true });

// Labels made.
sum(labelReplace(requests, 'class', { from: 'code', match: '(.).*' }), { by: ['class'] });
sum(labelJoin(requests, 'where', { from: ['job', 'instance'], separator: '/' }), { by: ['where'] });
sum(withInfo(memory, build, ['version']), { by: ['version'] });
sortByLabel(memory, 'job');
// @ts-expect-error no such label
labelReplace(requests, 'class', { from: 'status' });
// @ts-expect-error no such label
withInfo(memory, build, ['revision']);
// @ts-expect-error no such label
sortByLabel(memory, 'code');

// Absence has the labels that were fixed.
sum(absent(requests, { job: 'api', code: regex('5..') }), { by: ['job'] });
sum(absentOverTime(requests, '1h', { pod: 'a' }), { by: ['pod'] });
// @ts-expect-error not fixed to one value
sum(absent(requests, { job: 'api', code: regex('5..') }), { by: ['code'] });
// @ts-expect-error no such label
absent(requests, { route: '/' });

// Raw text.
promql<'code', 'ratio'>`sum by (code) (rate(${requests}[5m]))`.gt(percent(5));
avg(promql`up`, { by: ['anything'] });
// @ts-expect-error not what was said
promql<'code', 'ratio'>`sum by (code) (rate(${requests}[5m]))`.gt(bytes(5));
// @ts-expect-error not what was said
avg(promql<'code'>`up`, { by: ['job'] });
