import { nearest } from '@binnacle/model';
import { type Expr, hasVariable, metricName } from '@binnacle/promql';
import type { Contracts } from '../../contracts/contracts.ts';
import { queryFindings, type QueryFinding } from '../../contracts/query-findings.ts';
import { partsOf } from '../../contracts/query-parts.ts';
import { nameSpan } from '../../contracts/spans.ts';
import type { Rule } from '../../rule.ts';

function prefixOf(name: string): string | undefined {
  const end = name.indexOf('_');
  return end > 0 ? name.slice(0, end) : undefined;
}

/** Whether two words are one misspelt: only letters differ, since `p50` and `p90` are no misspellings. */
function isMisspelt(word: string, meant: string): boolean {
  return !/\d/.test(word + meant) && word.length > 2 && nearest(word, [meant]) !== undefined;
}

/** A name that differs in one misspelt word, or by a word left out at the end. */
function meantBy(name: string, candidates: readonly string[]): string | undefined {
  const words = name.split('_');
  const near = candidates.filter((candidate) => {
    if (candidate.startsWith(`${name}_`)) return !candidate.slice(name.length + 1).includes('_');
    const meant = candidate.split('_');
    const [[word, other] = [], ...more] = words.map((w, i) => [w, meant[i] ?? '']).filter(([w, m]) => w !== m);
    return meant.length === words.length && more.length === 0 && isMisspelt(word ?? '', other ?? '');
  });
  return nearest(name, near) ?? near.toSorted()[0];
}

type Index = ReadonlyMap<string, readonly string[]>;

const indexes = new WeakMap<Contracts, Index>();

function byPrefix({ names }: Contracts): Index {
  const index = new Map<string, string[]>();
  for (const name of names) {
    const prefix = prefixOf(name);
    if (prefix === undefined) continue;
    const known = index.get(prefix) ?? [];
    known.push(name);
    index.set(prefix, known);
  }
  return index;
}

function indexOf(contracts: Contracts): Index {
  const index = indexes.get(contracts) ?? byPrefix(contracts);
  indexes.set(contracts, index);
  return index;
}

function* inQuery(expr: Expr, _promql: string, contracts: Contracts): Generator<QueryFinding> {
  const index = indexOf(contracts);
  for (const selector of partsOf(expr).selectors) {
    const name = metricName(selector);
    if (name === undefined || name.includes(':') || hasVariable(name)) continue;
    const siblings = index.get(prefixOf(name) ?? '');
    if (siblings === undefined || contracts.declared(name).length > 0 || contracts.isRecorded(name)) continue;
    const [span, meant] = [nameSpan(selector), meantBy(name, siblings)];
    const services = new Set(siblings.flatMap((sibling) => contracts.declared(sibling).map(({ service }) => service)));
    const message = `${name} is declared by no service, though ${[...services].join(', ')} declares other ${prefixOf(name)}_ metrics`;
    yield meant === undefined
      ? { span, message, fix: 'declare it, so that queries of it are checked' }
      : { span, message, fix: `did you mean '${meant}'?`, severity: 'warning' };
  }
}

export const unknownMetric: Rule = {
  id: 'contracts/unknown-metric',
  severity: 'info',
  docs: 'A metric named like those of a service is one that the service declares or a rule records.',
  check: (project) => queryFindings(project, inQuery),
};
