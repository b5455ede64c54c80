import type { Diagnostic } from '@binnacle/model';

/** A finding, and how many more like it stand for nothing new. */
export interface Entry {
  readonly finding: Diagnostic;
  readonly more: number;
}

/** So many of a kind are shown one by one; of more, the first `SHOWN`. */
const MOST = 5;
const SHOWN = 3;

/** What a finding says without the names and numbers of the one place it is about. */
function shape({ severity, rule, message, resource = '', subject = '' }: Diagnostic): string {
  const own = [resource.slice(resource.indexOf('/') + 1), subject].filter((name) => name.length > 1);
  const general = own.reduce((text, name) => text.replaceAll(name, '…'), message);
  return [severity, rule, general.replace(/'[^']*'|"[^"]*"|`[^`]*`|\d+(?:\.\d+)?/g, '…')].join('\0');
}

/** Findings with the many that say the same of another place taken together; errors, of which each must be mended, stay. */
export function withoutRepetition(findings: readonly Diagnostic[]): Entry[] {
  const groups = new Map<string, number>();
  const shapes = findings.map((finding) => (finding.severity === 'error' ? undefined : shape(finding)));
  for (const key of shapes) if (key !== undefined) groups.set(key, (groups.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding, index): Entry[] => {
    const key = shapes[index];
    const size = key === undefined ? 1 : (groups.get(key) ?? 1);
    if (key === undefined || size <= MOST) return [{ finding, more: 0 }];
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number > SHOWN ? [] : [{ finding, more: number === SHOWN ? size - SHOWN : 0 }];
  });
}
