import { lint } from '@binnacle/lint';
import { type Diagnostic, type Environment, hasErrors, type Resource, resolve, validate } from '@binnacle/model';

/** Resources as one environment gets them. */
export interface ResolvedEnvironment {
  readonly environment: Environment;
  readonly resources: readonly Resource[];
}

/**
 * Everything that can be said about resources without writing them: schema and structure, references, lint rules, and what
 * an environment lacks. Invalid resources are not resolved, as resolution builds upon their structure.
 */
export function examine(
  resources: readonly Resource[],
  environments: readonly Environment[],
): { readonly findings: readonly Diagnostic[]; readonly resolved: readonly ResolvedEnvironment[] } {
  const invalid = validate(resources);
  const findings = [...invalid, ...lint(resources, environments)];
  if (hasErrors(invalid)) return { findings, resolved: [] };
  const resolved = environments.map((environment) => {
    const made = resolve(resources, environment);
    findings.push(...made.diagnostics);
    return { environment, resources: made.resources };
  });
  return { findings, resolved };
}
