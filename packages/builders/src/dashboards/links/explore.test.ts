import { expect, it } from 'vitest';
import { gauge } from '../../metrics/gauge.ts';
import { rate } from '../../query/rate.ts';
import { counter } from '../../metrics/counter.ts';
import { loki } from '../queries/loki.ts';
import { query } from '../queries/query.ts';
import { instanceVariable } from '../variables/well-known.ts';
import { explore } from './explore.ts';

const reads = counter('disk_reads_total', { help: 'Reads.', unit: 'reads' });
const instance = instanceVariable(gauge('up', { help: 'Up.', unit: 'bool' }));

/** What Explore reads, once Grafana has replaced the dashboard's variables. */
function pane(url: string, values: Readonly<Record<string, string>>): unknown {
  const replaced = url.replaceAll(/\$\{([\w.]+)(?::\w+)?\}/g, (_, name: string) => values[name] ?? `<${name}>`);
  return JSON.parse(new URL(replaced, 'http://grafana').searchParams.get('panes') ?? '');
}

it('opens the query with its datasource, time range and variables', () => {
  const { url } = explore(query(rate(reads.where({ instance }))));
  expect(url).toMatch(/^\/explore\?schemaVersion=1&orgId=\$\{__org\.id\}&panes=%7B/);
  expect(pane(url, { datasource: 'prom', instance: 'a:1|b:1', __from: '1', __to: '2' })).toEqual({
    a: {
      datasource: 'prom',
      queries: [
        {
          refId: 'A',
          datasource: { type: 'prometheus', uid: 'prom' },
          expr: 'rate(disk_reads_total{instance=~"a:1|b:1"}[$__rate_interval])',
          editorMode: 'code',
        },
      ],
      range: { from: '1', to: '2' },
    },
  });
});

it('opens logs too', () => {
  const { url } = explore(loki('{app="shop"} |= "error"'));
  expect(pane(url, { loki: 'logs' })).toMatchObject({
    a: { datasource: 'logs', queries: [{ expr: '{app="shop"} |= "error"' }] },
  });
});

it('cannot know a datasource that each environment names itself', () => {
  expect(() => explore(loki('{app="shop"}', { datasource: 'audit' }))).toThrow('cannot know the datasource audit');
});
