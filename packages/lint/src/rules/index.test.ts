import { readdirSync, readFileSync } from 'node:fs';
import type { Resource } from '@binnacle/model';
import { describe, expect, test } from 'vitest';
import { environment, exposing, findings, objective, panel, rules, service, SHOP } from '../fixtures/resources.ts';
import { RULES } from './index.ts';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes('/'))
  .toSorted();

function stems(suffix: string): string[] {
  return files
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .toSorted();
}

test('the list of rules is the directory of rules, sorted', () => {
  const ids = files
    .filter((file) => /^[^.]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  expect(RULES.map((rule) => rule.id)).toEqual(ids);
});

test('every rule has a test beside it', () => {
  expect(stems('.test.ts')).toEqual(RULES.map((rule) => rule.id));
});

test('every rule has a page beside it that begins with what the rule says of itself', () => {
  expect(stems('.md')).toEqual(RULES.map((rule) => rule.id));
  for (const rule of RULES) {
    expect(page(rule.id).split('\n').slice(0, 3)).toEqual([`# ${rule.id}`, '', rule.docs]);
  }
});

function page(id: string): string {
  return readFileSync(new URL(`${id}.md`, import.meta.url), 'utf8');
}

/** The example of a page as resources: a query, contracts, a rule or a service, as its group has them. */
function example(id: string, kind: 'found' | 'fine'): Resource | readonly Resource[] {
  const block = new RegExp(`\`\`\`\\w+ ${kind}\\n([^]*?)\\n\`\`\``).exec(page(id))?.[1] ?? '';
  if (id.startsWith('contracts/')) return [SHOP, panel(block)];
  if (id.startsWith('slo/')) return [SHOP, objective(block)];
  if (id.startsWith('promql/')) return panel(block);
  const parsed: unknown = JSON.parse(block);
  if (id.startsWith('rule/')) return rules(Object(parsed));
  if (id.startsWith('services/') && id !== 'services/failures') return service('shop', Object(parsed));
  return exposing(...(Array.isArray(parsed) ? parsed : [parsed]));
}

describe('examples in pages', () => {
  const old = [environment('production', '2.42')];
  test.each(RULES)('$id', (rule) => {
    expect(findings(rule, example(rule.id, 'found'), old)).not.toEqual([]);
    expect(findings(rule, example(rule.id, 'fine'), old)).toEqual([]);
  });
});
