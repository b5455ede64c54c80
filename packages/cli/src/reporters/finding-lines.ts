import type { Diagnostic, Origin } from '@binnacle/model';
import type { Paint } from '../terminal.ts';
import { type Entry, withoutRepetition } from './alike.ts';
import { drawSnippet } from './snippet.ts';

const COLOUR = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

function shownPlace({ file, line, column }: Origin): string {
  return `${file}:${line}:${column}`;
}

/** What a query is drawn under. */
const INDENT = 4;

function showFinding(finding: Diagnostic, paint: Paint, columns: number | undefined): string {
  const { origin, related, severity, message, rule, resource, subject, snippet, fix } = finding;
  const place = origin === undefined ? (resource ?? 'project') : shownPlace(origin);
  const lines = [
    `${paint('bold', place)} ${paint(COLOUR[severity], severity)} ${message} ${paint('dim', `[${rule}]`)}`,
  ];
  const about = [resource, subject].filter((part) => part !== undefined);
  if (about.length > 0 && origin !== undefined) lines.push(`    ${paint('dim', about.join(' › '))}`);
  if (related !== undefined) lines.push(`    the other: ${shownPlace(related)}`);
  if (snippet !== undefined) {
    const [line, carets] = drawSnippet(snippet, columns === undefined ? undefined : columns - INDENT);
    lines.push(`    ${line}`, `    ${paint(COLOUR[severity], carets)}`);
  }
  if (fix !== undefined) lines.push(`    ${paint('green', 'fix:')} ${fix}`);
  return lines.join('\n');
}

/** Entries for a terminal of so many columns, with carets under the query and a line between files. */
export function showEntries(entries: readonly Entry[], paint: Paint, columns?: number): string[] {
  return entries.flatMap(({ finding, more }, index) => {
    const isNewFile = index > 0 && entries[index - 1]?.finding.origin?.file !== finding.origin?.file;
    const rest = more === 0 ? [] : [paint('dim', `    … and ${more} more like this [${finding.rule}]: -v shows them`)];
    return [...(isNewFile ? [''] : []), showFinding(finding, paint, columns), ...rest];
  });
}

/** Findings for a terminal, the many that are alike told once. */
export function findingLines(findings: readonly Diagnostic[], paint: Paint): string[] {
  return showEntries(withoutRepetition(findings), paint);
}
