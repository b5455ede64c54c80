import { type Diagnostic, type Environment, type Resource, resourceId } from '@binnacle/model';
import { originAt } from './place.ts';
import { createProject } from './project.ts';
import type { Finding, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

function toDiagnostic(rule: Rule, { place, message, fix, snippet, severity }: Finding): Diagnostic {
  const origin = originAt(place);
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    message,
    resource: resourceId(place.resource),
    path: place.path,
    ...(place.subject === undefined ? {} : { subject: place.subject }),
    ...(origin === undefined ? {} : { origin }),
    ...(fix === undefined ? {} : { fix }),
    ...(snippet === undefined ? {} : { snippet }),
  };
}

function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.resource, b.resource) ||
    compare(a.path, b.path) ||
    (a.snippet?.start ?? 0) - (b.snippet?.start ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** The rules at work on a project, resource by resource. */
export interface Linter {
  /** What they find in one resource of the project, sorted by path and position. Never throws on a malformed one. */
  readonly findings: (resource: Resource) => Diagnostic[];
  /** Plain data: everything the findings of a resource depend on besides that resource. */
  readonly context: unknown;
}

/** Prepares the rules for resources as the environments would run them. */
export function linter(
  resources: readonly Resource[],
  environments: readonly Environment[],
  rules: readonly Rule[] = RULES,
): Linter {
  const { view, context } = createProject(resources, environments);
  return {
    context,
    findings(resource) {
      const project = view(resource);
      if (project === undefined) return [];
      const found: Diagnostic[] = [];
      for (const rule of rules) for (const finding of rule.check(project)) found.push(toDiagnostic(rule, finding));
      return found.toSorted(inReadingOrder);
    },
  };
}

/**
 * Runs every rule over the resources as the environments would run them. Findings come sorted by resource, path and
 * position, whatever the order of the resources. Never throws on a malformed resource: that is `validate`'s to report.
 */
export function lint(
  resources: readonly Resource[],
  environments: readonly Environment[],
  rules: readonly Rule[] = RULES,
): Diagnostic[] {
  return resources.flatMap(linter(resources, environments, rules).findings).toSorted(inReadingOrder);
}
