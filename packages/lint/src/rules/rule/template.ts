import type { Expr } from '@binnacle/promql';
import { parseTemplate } from '@binnacle/promql/template/syntax';
import { canHave, type LabelBound } from '../../labels/bound.ts';
import { inferLabels } from '../../labels/infer.ts';
import { describe, removedBy } from '../../labels/reason.ts';
import type { Finding, Rule } from '../../rule.ts';
import { usesOf } from '../../template/label-uses.ts';
import type { AlertTemplate } from '../../views/prometheus-rule.ts';

function whatIsLeft({ open, labels }: LabelBound): string {
  if (open) return 'keep the label in the expression, or leave it out of the text';
  if (labels.size === 0) return 'the expression returns no labels at all: leave it out of the text';
  return `keep the label in the expression, or use one it returns: ${[...labels].toSorted().join(', ')}`;
}

function missingLabel(label: string, expr: Expr, bound: LabelBound): Pick<Finding, 'message' | 'fix'> {
  const remover = removedBy(expr, label);
  const reason =
    remover === undefined ? 'no part of the expression has that label' : `${describe(remover)} removes that label`;
  return { message: `label ${label} is always empty here: ${reason}`, fix: whatIsLeft(bound) };
}

function* check(
  template: AlertTemplate,
  expr: Expr | undefined,
  parse: (promql: string) => readonly string[],
): Generator<Finding> {
  const { text, place } = template;
  if (!text.includes('{{')) return;
  const parsed = parseTemplate(text);
  for (const { message, span } of parsed.errors) {
    yield { place, message: `${template.field.slice(0, -1)} ${template.name}: ${message}`, snippet: { text, ...span } };
  }
  if (parsed.errors.length > 0) return;
  const uses = usesOf(parsed);
  for (const { field, span } of uses.unknownFields) {
    yield {
      place,
      message: `an alert has no field .${field}`,
      fix: 'use .Labels, .Value, .ExternalLabels or .ExternalURL',
      snippet: { text, ...span },
    };
  }
  for (const { promql, span } of uses.queries) {
    for (const message of parse(promql))
      yield { place, message: `query in a template: ${message}`, snippet: { text, ...span } };
  }
  if (expr === undefined) return;
  const bound = inferLabels(expr);
  for (const { label, span } of uses.labels) {
    if (label === '__name__' || canHave(bound, label)) continue;
    yield { place, ...missingLabel(label, expr, bound), snippet: { text, ...span } };
  }
}

export const template: Rule = {
  id: 'rule/template',
  severity: 'error',
  docs: 'Templates of alerts are well-formed, and use only labels that the expression can return.',
  *check(project) {
    for (const rule of project.rules) {
      const { expr, errors } = project.parse(rule.expr, 'rule');
      for (const found of rule.templates) {
        yield* check(found, errors.length > 0 ? undefined : expr, (promql) =>
          project.parse(promql, 'rule').errors.map(({ message }) => message),
        );
      }
    }
  },
};
