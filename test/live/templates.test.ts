import { compareVersions } from '@binnacle/promql';
import { render, type TemplateSample } from '@binnacle/promql/template';
import { describe, expect, it } from 'vitest';
import { reasonToSkip } from '../exporters/programs.ts';
import { askPromtool, promtoolVersion } from './promtool.ts';
import { TEMPLATE_CASES } from './template-cases.ts';

const LABELS = { instance: 'db-1.example.com:9100', job: 'node' };
const DEFAULT_VALUE = 1234.5678;
const EXTERNAL = { labels: { cluster: 'c1' }, url: 'http://prom.example/pre' };
const LOAD: readonly TemplateSample[] = [
  { labels: { __name__: 'load', cpu: '0', job: 'node' }, value: 1.5 },
  { labels: { __name__: 'load', cpu: '1', job: 'node' }, value: 2 },
];
/** What each query of the table returns on the samples below. */
const ANSWERS: Readonly<Record<string, readonly TemplateSample[] | { readonly error: string }>> = {
  load: LOAD,
  nothing: [],
  'load{cpu="0"}': LOAD.slice(0, 1),
  'load{cpu="1"}': LOAD.slice(1),
  "load{cpu='1'}": LOAD.slice(1),
  'sum(load{job="node"})': [{ labels: {}, value: 3.5 }],
  'vector(3)': [{ labels: {}, value: 3 }],
  '5': [{ labels: {}, value: 5 }],
};

function promql(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return Object.is(value, -0) ? '-0.0' : Math.abs(value) === Infinity ? (value > 0 ? 'Inf' : '-Inf') : String(value);
}

/** An address in memory is no other time the same. */
function withoutAddresses(text: string): string {
  return text.replace(/0xc[\da-f]{9}\b/g, '0xc000000000');
}

const reason = reasonToSkip(['promtool']);

describe.skipIf(reason !== undefined)(
  `templates of alerts, rendered by Prometheus too${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    it('come out the same, errors included', () => {
      const version = promtoolVersion();
      const cases = TEMPLATE_CASES.map((entry) => (typeof entry === 'string' ? { template: entry } : entry))
        .filter((entry) => !('since' in entry) || compareVersions(version, entry.since ?? '0') >= 0)
        .map((entry) => ({ value: DEFAULT_VALUE, ...entry }));
      const ours = cases.map(({ template, value }, i) => {
        const rendered = render(
          template,
          { labels: LABELS, value },
          {
            now: 0,
            alert: `T${i}`,
            externalLabels: EXTERNAL.labels,
            externalURL: EXTERNAL.url,
            query: (asked) => ANSWERS[asked] ?? { error: `no answer to ${asked} in this test` },
          },
        );
        return withoutAddresses(rendered.ok ? rendered.text : `<error expanding template: ${rendered.error}>`);
      });
      const { alerts } = askPromtool({
        interval: '1m',
        series: [
          { series: 'sample{instance="db-1.example.com:9100",job="node"}', values: '1' },
          { series: 'load{cpu="0",job="node"}', values: '1.5' },
          { series: 'load{cpu="1",job="node"}', values: '2' },
        ],
        groups: [
          {
            name: 'templates',
            rules: cases.map(({ template, value }, i) => ({
              alert: `T${i}`,
              expr: `sample * ${promql(value)}`,
              annotations: { text: template },
            })),
          },
        ],
        externalLabels: EXTERNAL.labels,
        externalUrl: EXTERNAL.url,
        alerts: cases.map((_, i) => ({ time: '0s', name: `T${i}` })),
      });
      const theirs = cases.map((_, i) => withoutAddresses(alerts.get(`0s T${i}`)?.[0]?.annotations['text'] ?? ''));
      const shown = (texts: readonly string[]): string[] => texts.map((text, i) => `${cases[i]?.template} → ${text}`);
      expect(shown(ours)).toEqual(shown(theirs));
    });
  },
);
