import { didYouMean, type LabelDomain } from '@binnacle/model';
import { type Expr, hasVariable, type Matcher } from '@binnacle/promql';
import type { Contracts, DeclaredSeries } from '../../contracts/contracts.ts';
import { declarationsOf, queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { partsOf } from '../../contracts/query-parts.ts';
import { valueSpan } from '../../contracts/spans.ts';
import type { Rule } from '../../rule.ts';

type Enumerable = Extract<LabelDomain, { kind: 'one-of' | 'http-status' }>;

const STATUS = { code: /^[1-5]\d\d$/, class: /^[1-5]xx$/ };
const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'];

/** What every declaration says of a label's values; undefined when one of them leaves them open. */
function domainsOf(label: string, declared: readonly DeclaredSeries[]): readonly Enumerable[] | undefined {
  const domains: Enumerable[] = [];
  for (const { metric } of declared) {
    if (metric.targetLabels.includes(label)) return undefined;
    const domain = metric.labels.find(({ name }) => name === label);
    // Where a metric is declared without the label, another's declaration tells its values.
    if (domain === undefined) continue;
    if (domain.domain?.kind !== 'one-of' && domain.domain?.kind !== 'http-status') return undefined;
    domains.push(domain.domain);
  }
  return domains.length === 0 ? undefined : domains;
}

function allows(domain: Enumerable, value: string): boolean {
  return domain.kind === 'one-of' ? domain.values.includes(value) : STATUS[domain.form].test(value);
}

function isClass(domain: Enumerable): boolean {
  return domain.kind === 'http-status' && domain.form === 'class';
}

function fixFor(value: string, domains: readonly Enumerable[]): string {
  if (STATUS.code.test(value) && domains.some(isClass)) return `write its class: '${value[0]}xx'`;
  const known = domains.flatMap((domain) =>
    domain.kind === 'one-of' ? domain.values : isClass(domain) ? CLASSES : [],
  );
  if (known.length > 0) return didYouMean(value, new Set(known)) ?? 'write a declared value';
  const range = /^([1-5])xx$/i.exec(value)?.[1];
  return range === undefined ? 'write a status code, such as 200' : `match every such code with =~"${range}.."`;
}

/** The values a matcher asks for, when they are written out: a value, or alternatives without anything else of a regular expression. */
function valuesOf({ op, value, variable }: Matcher): readonly string[] {
  if (variable || hasVariable(value)) return [];
  if (op === '=') return [value];
  if (op !== '=~') return [];
  const inner = /^\((?:\?:)?([^()]*)\)$/.exec(value)?.[1] ?? value;
  return /[\\.*+?()[\]{}^$]/.test(inner) ? [] : inner.split('|');
}

function* inQuery(expr: Expr, promql: string, contracts: Contracts): Generator<QueryFinding> {
  for (const selector of partsOf(expr).selectors) {
    const declared = declarationsOf(selector, contracts);
    for (const matcher of declared.length === 0 ? [] : selector.matchers) {
      const { label } = matcher;
      const domains = contracts.environmentLabels.has(label) ? undefined : domainsOf(label, declared);
      if (domains === undefined) continue;
      for (const value of valuesOf(matcher)) {
        if (value === '' || domains.some((domain) => allows(domain, value))) continue;
        yield {
          span: valueSpan(promql, matcher, value),
          message: `label ${label} of ${declared[0]?.metric.name} is never '${value}'`,
          fix: fixFor(value, domains),
        };
      }
    }
  }
}

export const labelValue: Rule = {
  id: 'contracts/label-value',
  severity: 'error',
  docs: 'A matcher asks only for values that the contract of the metric gives the label.',
  check: (project) => queryFindings(project, inQuery),
};
