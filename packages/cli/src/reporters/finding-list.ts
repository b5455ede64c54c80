import type { Diagnostic } from '@binnacle/model';
import { withoutRepetition } from './alike.ts';
import { escapeMarkdown } from './entries/escape.ts';

function findingLine(finding: Diagnostic, more: number): string {
  const { origin, severity, subject, resource, message, fix, rule } = finding;
  const about = subject ?? resource;
  const words = [
    `- **${severity}**`,
    ...(origin === undefined ? [] : [`\`${origin.file}:${origin.line}\``]),
    `${about === undefined ? '' : `${escapeMarkdown(about)}: `}${escapeMarkdown(message)}`,
    ...(fix === undefined ? [] : [`— ${escapeMarkdown(fix)}`]),
    `(\`${rule}\`)`,
    ...(more === 0 ? [] : [`… and ${more} more like this`]),
  ];
  return words.join(' ').replaceAll('\n', ' ');
}

/** Findings as a list in Markdown, the many that are alike told once. */
export function findingList(findings: readonly Diagnostic[]): string {
  return withoutRepetition(findings)
    .map(({ finding, more }) => findingLine(finding, more))
    .join('\n');
}
