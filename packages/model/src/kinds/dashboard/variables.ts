import type { Finding } from '../../finding.ts';
import { didYouMean } from '../../nearest.ts';

/** Grafana's rule for names of variables: what `$name` can spell. */
const VARIABLE_NAME = /^\w+$/;

/** Variables of one scope whose names repeat or cannot be written as `$name`. */
export function variableFindings(
  variables: readonly { readonly spec: { readonly name: string } }[],
  path: string,
): Finding[] {
  const seen = new Set<string>();
  return variables.flatMap(({ spec: { name } }, i): Finding[] => {
    const about = { rule: 'dashboard/variable', severity: 'error', path: `${path}/${i}`, subject: name } as const;
    if (!VARIABLE_NAME.test(name)) {
      return [{ ...about, message: `'${name}' cannot be the name of a variable`, fix: 'write letters, digits and _' }];
    }
    if (seen.has(name)) return [{ ...about, message: `two variables are named '${name}'` }];
    seen.add(name);
    return [];
  });
}

/** The finding about a repeat by a variable that does not exist; undefined when there is no repeat or it is right. */
export function repeatFinding(
  variable: string | undefined,
  variables: ReadonlySet<string>,
  at: { readonly path: string; readonly what: string },
): Finding | undefined {
  if (variable === undefined || variable === '' || variables.has(variable)) return undefined;
  const fix = didYouMean(variable, variables);
  return {
    rule: 'dashboard/repeat',
    severity: 'error',
    message: `${at.what} repeats by '${variable}', which is no variable here`,
    path: at.path,
    ...(fix !== undefined && { fix }),
  };
}
