import { createHash } from 'node:crypto';
import type { Diagnostic } from '@binnacle/model';
import { findingIdentity } from '../finding-identity.ts';

const SEVERITY = { error: 'major', warning: 'minor', info: 'info' } as const;

/** A code quality report as GitLab reads it: findings that have a place, marked in the merge request. */
export function gitlab(findings: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const issues = findings.flatMap((finding) => {
    const { rule, severity, message, subject, fix, origin } = finding;
    if (origin === undefined) return [];
    const identity = findingIdentity(finding);
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    return {
      check_name: rule,
      description: `${subject === undefined ? '' : `${subject}: `}${message}${fix === undefined ? '' : ` (fix: ${fix})`}`,
      // GitLab drops all but one issue of a fingerprint.
      fingerprint: createHash('sha256').update(`${identity}\0${number}`).digest('hex'),
      severity: SEVERITY[severity],
      location: { path: origin.file, lines: { begin: Math.max(origin.line, 1) } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
