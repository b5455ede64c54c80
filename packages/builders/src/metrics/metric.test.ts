import { describe, expect, it } from 'vitest';
import { counter } from './counter.ts';
import { gauge } from './gauge.ts';
import { histogram } from './histogram.ts';
import { info } from './info.ts';
import { bounded, httpStatus, oneOf, serviceName } from './label.ts';
import { nativeHistogram } from './native-histogram.ts';
import { summary } from './summary.ts';

describe('a contract', () => {
  it('is data', () => {
    const c = counter('http_requests_total', {
      help: 'Requests answered.',
      unit: 'requests',
      labels: {
        method: oneOf('GET', 'POST'),
        code: httpStatus(),
        class: httpStatus('class'),
        route: bounded(12, 'Route template.'),
        caller: serviceName({ metadata: { name: 'web' } }, { metadata: { name: 'app' } }),
      },
      targetLabels: ['pod', 'cluster'],
      waiver: 'as the library names it',
    });
    expect(c.spec).toEqual({
      name: 'http_requests_total',
      type: 'counter',
      help: 'Requests answered.',
      unit: 'requests',
      labels: [
        { name: 'method', domain: { kind: 'one-of', values: ['GET', 'POST'] } },
        { name: 'code', domain: { kind: 'http-status', form: 'code' } },
        { name: 'class', domain: { kind: 'http-status', form: 'class' } },
        { name: 'route', domain: { kind: 'bounded', bound: 12 }, help: 'Route template.' },
        { name: 'caller', domain: { kind: 'service', names: ['app', 'web'] } },
      ],
      targetLabels: ['cluster', 'instance', 'job', 'pod'],
      waiver: 'as the library names it',
    });
  });

  it.each([
    ['gauge', gauge('g', { help: 'G.', unit: 'bytes' }), {}],
    ['info', info('i_info', { help: 'I.', labels: {} }), { unit: 'info' }],
    ['histogram', histogram('h', { help: 'H.', unit: 'bytes', buckets: [1, 2] }), { buckets: [1, 2] }],
    ['native-histogram', nativeHistogram('n', { help: 'N.', unit: 'bytes' }), {}],
    ['summary', summary('s', { help: 'S.', unit: 'bytes', quantiles: [0.5] }), { quantiles: [0.5] }],
  ])('of a %s says so', (type, metric, more) => {
    expect(metric.spec).toEqual({
      name: metric.spec.name,
      type,
      help: metric.spec.help,
      unit: 'bytes',
      labels: [],
      targetLabels: ['instance', 'job'],
      ...more,
    });
  });

  it('stays with the series that are left when its metric is narrowed', () => {
    const requests = counter('c_total', { help: 'C.', unit: 'requests' });
    const classic = histogram('h', { help: 'H.', unit: 'bytes', buckets: [1, 2] });
    const native = nativeHistogram('n', { help: 'N.', unit: 'bytes' });
    const pauses = summary('s', { help: 'S.', unit: 'bytes' });
    expect(requests.where({ job: 'api' }).offset('1h').spec).toBe(requests.spec);
    for (const metric of [classic, native, pauses]) expect(metric.where({ job: 'api' }).spec).toBe(metric.spec);
  });

  it('knows where it was written', () => {
    expect(gauge('g', { help: 'G.', unit: 'bytes' }).origin?.file).toMatch(/metric\.test\.ts$/);
  });
});
