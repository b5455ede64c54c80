import type { LabelSpec, MetricType } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import type { ContractOnPage, ReaderOnPage } from '../../src/wire/project.ts';
import { type Asked, found, listed, ordered, sections } from './shown.ts';

const PANEL: ReaderOnPage = { kind: 'panel', name: 'Requests', resource: 'shop', place: 'panel-1' };

function contract(
  service: string,
  name: string,
  type: MetricType,
  more: Partial<ContractOnPage> & { readonly labels?: readonly LabelSpec[] } = {},
): ContractOnPage {
  const { labels = [], ...rest } = more;
  const metric = { name, type, help: `What ${name} is.`, unit: 'things', labels, targetLabels: ['job', 'instance'] };
  return { service, metric, seriesPerInstance: 1, readers: [], findings: [], ...rest };
}

const METHOD: LabelSpec = { name: 'method', domain: { kind: 'one-of', values: ['GET', 'POST'] } };
const ALL = listed([
  contract('web', 'web_requests_total', 'counter', { labels: [METHOD], seriesPerInstance: 2, readers: [PANEL] }),
  contract('db', 'db_size_bytes', 'gauge'),
  contract('db', 'db_queries_total', 'counter', {
    seriesPerInstance: 8,
    findings: [{ rule: 'a/b', severity: 'warning', message: 'odd' }],
  }),
]);
const NOTHING: Asked = { question: '', service: '', type: '', standing: '' };
const ids = (asked: Partial<Asked>): readonly string[] =>
  found(ALL, { ...NOTHING, ...asked }).metrics.map(({ id }) => id);

describe('the metrics that are shown', () => {
  it('are in order of services and names when nothing is asked', () => {
    expect(ids({})).toEqual(['db.db_queries_total', 'db.db_size_bytes', 'web.web_requests_total']);
  });

  it.each([
    ['size', ['db.db_size_bytes']],
    ['POST', ['web.web_requests_total']],
    ['method counter', ['web.web_requests_total']],
    ['nothing like it', []],
  ])('%s is found in names, help, labels and values', (question, expected) => {
    expect(ids({ question })).toEqual(expected);
  });

  it('are those of a service, of a type, that nothing reads, or that something was found about', () => {
    expect(ids({ service: 'web' })).toEqual(['web.web_requests_total']);
    expect(ids({ type: 'gauge' })).toEqual(['db.db_size_bytes']);
    expect(ids({ standing: 'unread' })).toEqual(['db.db_queries_total', 'db.db_size_bytes']);
    expect(ids({ standing: 'findings' })).toEqual(['db.db_queries_total']);
  });

  it('are counted by what each further choice would leave', () => {
    expect(found(ALL, { ...NOTHING, service: 'db', type: 'counter' }).tally).toMatchObject({
      types: { counter: 1, gauge: 1, histogram: 0 },
      standings: { unread: 1, findings: 1 },
    });
  });

  it('stand by service, or in one piece in the order that is asked for', () => {
    const bySeries = ordered(ALL, 'series');
    expect(sections(bySeries, 'series').map(({ service, metrics }) => [service, metrics.map(({ id }) => id)])).toEqual([
      [undefined, ['db.db_queries_total', 'web.web_requests_total', 'db.db_size_bytes']],
    ]);
    expect(ordered(ALL, 'readers').at(-1)?.id).toBe('web.web_requests_total');
    expect(sections(ordered(ALL, ''), '').map(({ service }) => service)).toEqual(['db', 'web']);
  });

  it('are found among ten thousand in no time one would notice', () => {
    const many = listed(
      Array.from({ length: 10_000 }, (_, i) => contract(`service-${i % 500}`, `service_${i}_total`, 'counter')),
    );
    const begun = performance.now();
    expect(found(many, { ...NOTHING, question: 'counter 9999' }).metrics).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
