import type { Difference, Impact } from '@binnacle/model';
import { expect, test } from 'vitest';
import type { DiffReport } from '../../diff/diff-report.ts';
import type { Entry } from '../../diff/entry.ts';
import { diffReporters } from './index.ts';
import { diffMarkdown } from './markdown.ts';

const plain = { paint: (_style: string, text: string): string => text, isVerbose: false };

function difference(subject: string | undefined, text: string, over: Partial<Difference> = {}): Difference {
  return {
    path: '/spec',
    change: 'changed',
    text,
    reach: 'appearance',
    ...(subject !== undefined && { subject }),
    ...over,
  };
}

const node = (kind: 'alert' | 'panel', name: string, pages?: true) => ({
  id: `${kind} ${name}`,
  kind,
  name,
  resource: 'x',
  ...(pages && { pages }),
});
const impact: Impact = {
  alerts: [node('alert', 'ErrorsHigh', true), node('alert', 'Slow')],
  records: [],
  objectives: [],
  panels: [node('panel', 'Errors')],
  services: [],
  routes: [],
  series: { before: 40, after: 50 },
};

const rules: Entry = {
  id: 'PrometheusRule/checkout',
  verdict: 'update',
  service: 'checkout',
  team: 'payments',
  differences: [
    difference('alert ErrorsHigh', 'severity ticket → page', { consequence: 'now pages', reach: 'pager' }),
    difference('alert ErrorsHigh', 'threshold 0.05 → 0.1', { reach: 'pager' }),
    difference('record job:x', 'removed', { change: 'removed', reach: 'data' }),
  ],
  impact,
};
const dashboard: Entry = {
  id: 'Dashboard/checkout',
  verdict: 'update',
  title: 'Checkout <b>',
  service: 'checkout',
  team: 'payments',
  differences: [
    difference('panel *p99*', 'query A `x{a="*"}[5m]` → `[1m]`', { reach: 'data' }),
    ...['A', 'B', 'C', 'D', 'E'].map((name) => difference(`panel ${name}`, 'datasource metrics → long-term')),
    difference(undefined, 'tag @core added', { change: 'added' }),
  ],
  sketch: '┌─┐\n│`│\n└─┘',
};
const cart: Entry = { id: 'Dashboard/cart', verdict: 'create', title: 'Cart', service: 'cart', differences: [] };
const loose: Entry = { id: 'Folder/shop', verdict: 'delete', differences: [] };

const NONE = { pagesLess: 0, pagesSooner: 0, pagesLater: 0 };
const report = (...entries: readonly Entry[]): DiffReport => ({
  command: 'diff',
  base: { name: 'origin/main', commit: '0123456789abcdef' },
  summary: { tallies: [{ noun: 'alert', verb: 'changed', count: 1 }], pagesMore: 1, ...NONE },
  entries,
});

test('text: the summary, then services, what reaches the pager first', () => {
  expect(diffReporters.text(report(loose, cart, dashboard, rules), plain)).toBe(
    `1 alert changed; 1 alert now pages (since origin/main, 0123456789ab)

checkout · payments
  ~ PrometheusRule/checkout
      ~ alert ErrorsHigh: severity ticket → page (now pages); threshold 0.05 → 0.1
      - record job:x: removed
      → reaches 2 alerts (1 pages), 1 panel: ErrorsHigh, Slow, Errors
      → at most 40 → 50 series per instance
  ~ Dashboard/checkout  Checkout <b>
      ~ panel *p99*: query A \`x{a="*"}[5m]\` → \`[1m]\`
      ~ 5 panels (A, B, C, …): datasource metrics → long-term
      + tag @core added

cart
  + Dashboard/cart  Cart

of no service
  - Folder/shop  no longer declared
`,
  );
});

test('text: many changes of one part are listed one below the other', () => {
  const long = 'query A `sum by (route) (rate(requests_total[5m]))` → `sum by (code) (rate(requests_total[5m]))`';
  const entry = {
    ...cart,
    verdict: 'update',
    differences: [difference('panel X', long), difference('panel X', 'unit s → ms')],
  } as const;
  expect(diffReporters.text(report(entry), plain)).toContain(`
      ~ panel X:
          ${long}
          unit s → ms
`);
});

test('text: a part that is new is told with what it is', () => {
  const details = ['“Mail waits in <queue>”', 'fires when `queue_length > 100`'];
  const added = (name: string): Difference =>
    difference(`alert ${name}`, 'added: severity page', { change: 'added', path: `/${name}`, details });
  const entry = { ...cart, differences: [added('Stuck')] };
  expect(diffReporters.text(report(entry), plain)).toContain(
    '+ alert Stuck: added: severity page; “Mail waits in <queue>”; fires when `queue_length > 100`\n',
  );
  expect(diffReporters.markdown(report(entry), plain)).toContain(
    '- `+` **alert Stuck**: added: severity page; “Mail waits in \\<queue\\>”; fires when `queue_length > 100`\n',
  );
  const many = ['A', 'B', 'C', 'D'].map(added);
  const other = { ...added('E'), details: ['“Another”'] };
  const shown = diffReporters.text(report({ ...cart, differences: [...many, other] }), plain);
  expect(shown).toContain('+ 4 alerts (A, B, C, …): added: severity page; “Mail waits in <queue>”');
  expect(shown).toContain('+ alert E: added: severity page; “Another”\n');
});

test('text: sketches of dashboards when everything is asked for', () => {
  expect(diffReporters.text(report(dashboard), plain)).not.toContain('┌─┐');
  expect(diffReporters.text(report(dashboard), { ...plain, isVerbose: true })).toContain('      ┌─┐\n');
});

test('markdown: what may wake somebody is open, nothing of a title becomes markup, and a fence is longer than what is in it', () => {
  expect(diffReporters.markdown(report(dashboard, rules), plain)).toBe(
    `**1 alert changed; 1 alert now pages** (since origin/main, 0123456789ab)

#### checkout · payments

<details open><summary><code>~ rules checkout</code></summary>

- \`~\` **alert ErrorsHigh**: severity ticket → page (now pages); threshold 0.05 → 0.1
- \`-\` **record job:x**: removed

→ reaches 2 alerts (1 pages), 1 panel: ErrorsHigh, Slow, Errors

→ at most 40 → 50 series per instance

</details>

<details><summary><code>~ dashboard checkout</code> Checkout &lt;b&gt;</summary>

- \`~\` **panel \\*p99\\***: query A \`x{a="*"}[5m]\` → \`[1m]\`
- \`~\` **5 panels (A, B, C, …)**: datasource metrics → long-term
- \`+\` tag &#64;core added

\`\`\`text
┌─┐
│\`│
└─┘
\`\`\`

</details>
`,
  );
});

test('markdown: in short where there is no room', () => {
  const short = diffMarkdown(report(dashboard, rules, cart), { bytes: 450, note: 'See the log.' });
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(450);
  expect(short).toContain('- <code>~ dashboard checkout</code> Checkout &lt;b&gt;');
  expect(short).not.toContain('<details');
});

test('json: everything, without the contents', () => {
  const read: unknown = JSON.parse(diffReporters.json(report(rules), plain));
  expect(read).toMatchObject({
    format: 1,
    command: 'diff',
    text: '1 alert changed; 1 alert now pages',
    entries: [{ id: 'PrometheusRule/checkout', differences: [{ reach: 'pager' }, {}, {}] }],
  });
});

test('no changes are one line', () => {
  const none = { ...report(), summary: { tallies: [], pagesMore: 0, ...NONE } };
  expect(diffReporters.text(none, plain)).toBe('no changes (since origin/main, 0123456789ab)\n');
  expect(diffReporters.markdown(none, plain)).toBe('**no changes** (since origin/main, 0123456789ab)\n');
});

const series = (before: number, after: number): string =>
  diffReporters.text(report({ ...cart, impact: { ...impact, series: { before, after } } }), plain);

test('the series of what is new are added', () => {
  expect(series(0, 671)).toContain('→ adds at most 671 series per instance\n');
  expect(series(671, 0)).toContain('→ removes at most 671 series per instance\n');
});
