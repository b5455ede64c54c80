import { finding, type Diagnostic, type Finding, type Resource } from '@binnacle/model';

/** Takes down a finding about one resource. */
export type Note = (about: Omit<Finding, 'rule'>) => void;

/** Takes findings about a resource down into a target's list. */
export function noteTo(diagnostics: Diagnostic[], target: string, resource: Resource): Note {
  return (about) => {
    diagnostics.push(finding(resource, { rule: `target/${target}`, ...about }));
  };
}
