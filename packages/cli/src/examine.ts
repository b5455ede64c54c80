import { linter } from '@binnacle/lint';
import { type Diagnostic, type Environment, hasErrors, type Resource, validateAll, validateOne } from '@binnacle/model';
import type { ResourceMemo } from './cache/resource-memo.ts';

/** What is wrong with one resource's form, and what the rules find in it. */
type Examined = readonly [invalid: readonly Diagnostic[], found: readonly Diagnostic[]];

function isExamined(value: unknown): value is Examined {
  return Array.isArray(value) && value.length === 2 && value.every((list) => Array.isArray(list));
}

/** Looks at resources without judging them, for a process that has time before it is asked to. */
export function lookAhead(resources: readonly Resource[], environments: readonly Environment[]): void {
  linter(resources, environments);
}

/**
 * Everything that can be said about resources without resolving and writing them: schema and structure, references, lint
 * rules. Resources that are not valid are not to be resolved, as resolution builds upon their structure. What a resource
 * has to do with others is looked at each time.
 */
export function examine(
  resources: readonly Resource[],
  environments: readonly Environment[],
  memo: ResourceMemo,
): { readonly findings: readonly Diagnostic[]; readonly isValid: boolean } {
  const { findings: foundIn, context } = linter(resources, environments);
  const scope = memo.scope(['examine', context]);
  const together = validateAll(resources);
  const findings = [...together];
  let isValid = !hasErrors(together);
  for (const resource of resources) {
    const known = scope.get(resource);
    const examined: Examined = isExamined(known) ? known : [validateOne(resource), foundIn(resource)];
    if (examined !== known) scope.set(resource, examined);
    const [invalid, found] = examined;
    if (hasErrors(invalid)) isValid = false;
    findings.push(...invalid, ...found);
  }
  return { findings, isValid };
}
