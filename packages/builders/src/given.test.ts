import { DefinitionError } from '@binnacle/model';
import { expect, it } from 'vitest';
import { dashboard } from './dashboards/dashboard.ts';
import { row } from './dashboards/layout/row.ts';
import { timeseries } from './dashboards/panels/timeseries.ts';
import { healthCheck } from './health-checks/health-check.ts';
import { counter } from './metrics/counter.ts';
import { histogram } from './metrics/histogram.ts';
import { rate } from './query/rate.ts';
import { alert } from './rules/alert.ts';
import { group } from './rules/group.ts';
import { record } from './rules/record.ts';
import { rules } from './rules/rules.ts';
import { service } from './service/service.ts';
import { slo } from './slo/slo.ts';

// Definitions run without being type-checked: each call here is one that a compiler would refuse.

const mail = service('mail', { title: 'Mail', description: '', owner: 'team-mail', tier: 2, kind: 'online-serving' });
const sent = counter('mail_sent_total', { help: 'Mails sent.', unit: 'mails' });
const fails = alert('Fails', { expr: rate(sent).gt(1), severity: 'page', summary: 'Fails.' });
const said = { title: 'x', description: '', owner: 'team-x', tier: 2, kind: 'batch' };
const nothing = undefined;

const GROUPS = "write rules(service, [group('name', [alert(…), record(…)])])";
const RULES = "write group('name', [alert(…), record(…)])";
const CONTENT = "write dashboard(service, 'Title', { purpose }, [row('Title', [timeseries(…)])])";
const SLO = "write slo(service, 'name', { objective, total, good }), or with bad in place of good";
const NOT_ITS_NAME = 'pass the imported service, not its name';
const textFix = (text: string) =>
  `write promql\`${text}\` for PromQL as it is, or what counter(), rate() and the like return`;

it.each<[message: string, fix: string, builder: (...args: never[]) => unknown, args: readonly unknown[]]>([
  ["the service of rules() is 'mial'", NOT_ITS_NAME, rules, ['mial', []]],
  ['the service of rules() is an alert', 'pass what service() returns', rules, [fails, []]],
  ['the list of groups of mail is missing', GROUPS, rules, [mail]],
  ['groups[0] of mail is an alert', GROUPS, rules, [mail, [fails]]],
  ['groups[0] of mail is missing', GROUPS, rules, [mail, [nothing]]],
  ['the list of rules of group g is an alert', RULES, group, ['g', fails]],
  ['item 2 of the list of rules of group g is missing', RULES, group, ['g', [fails, nothing]]],
  ['what is said of alert A is missing', "write alert('Name', { expr, severity, summary })", alert, ['A']],
  [
    "expr of A is the text 'up == 0'",
    textFix('up == 0'),
    alert,
    ['A', { expr: 'up == 0', severity: 'page', summary: '' }],
  ],
  [
    'summary of A is missing',
    'write a text, or ({ label, value }) => `…`',
    alert,
    ['A', { expr: rate(sent), severity: 'page' }],
  ],
  ["argument 1 of record is the text 'up'", textFix('up'), record, ['up']],
  ["the service of slo() is 'mail'", NOT_ITS_NAME, slo, ['mail', 'sent', { objective: 99 }]],
  ['what is said of slo sent is missing', SLO, slo, [mail, 'sent']],
  ['total of slo sent is missing', SLO, slo, [mail, 'sent', { title: 'x', objective: 99, window: '30d' }]],
  ['slo sent counts neither good nor bad events', SLO, slo, [mail, 'sent', { total: sent, objective: 99 }]],
  [
    'slo sent counts both good and bad events',
    SLO,
    slo,
    [mail, 'sent', { total: sent, good: sent, bad: sent, objective: 99 }],
  ],
  ["the service of healthCheck() is 'mail'", NOT_ITS_NAME, healthCheck, ['mail', 'x', { grace: '5m', period: '1h' }]],
  [
    'what is said of healthCheck x is missing',
    "write healthCheck(service, 'job', { period, grace })",
    healthCheck,
    [mail, 'x'],
  ],
  ["the service of dashboard() is 'mail'", NOT_ITS_NAME, dashboard, ['mail', 'T', { purpose: '' }, []]],
  ['what is said of dashboard "T" is a list', CONTENT, dashboard, [mail, 'T', []]],
  ['the content of dashboard "T" is missing', CONTENT, dashboard, [mail, 'T', { purpose: '' }]],
  ['item 1 of the content of dashboard "T" is missing', CONTENT, dashboard, [mail, 'T', { purpose: '' }, [nothing]]],
  [
    'item 1 of the list of panels of row "R" is missing',
    "write row('Title', [timeseries(…), stat(…)])",
    row,
    ['R', [nothing]],
  ],
  ['the list of queries of panel "P" is missing', 'write { queries: [query(…)] }', timeseries, ['P', {}]],
  [
    'what is said of service x is missing',
    "write service('name', { title, description, owner, tier, kind })",
    service,
    ['x'],
  ],
  [
    'the owner of service x is missing',
    "write owner: 'team-name', or a team",
    service,
    ['x', { ...said, owner: nothing }],
  ],
  [
    "metric a of service x is the text 'up'",
    'pass what counter(), gauge() or histogram() returns',
    service,
    ['x', { ...said, metrics: { a: 'up' } }],
  ],
  [
    'part a of service x is missing',
    'pass what onlineServing(), batch() and the like return',
    service,
    ['x', { ...said, parts: { a: nothing } }],
  ],
  ['dependsOn of service x is a Service', 'write a list of services', service, ['x', { ...said, dependsOn: mail }]],
  ["dependsOn[0] of service x is 'mail'", NOT_ITS_NAME, service, ['x', { ...said, dependsOn: ['mail'] }]],
  ['what is said of metric x_total is missing', 'write { help, unit, labels }', counter, ['x_total']],
  ['the list of buckets of x is missing', 'write buckets: [0.1, 0.5, 1]', histogram, ['x', { help: '', unit: 's' }]],
])('%s', (message, fix, builder, args) => {
  let thrown: unknown;
  try {
    Reflect.apply(builder, undefined, args);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DefinitionError);
  expect(thrown).toMatchObject({ message, at: { fix } });
});
