import type { Diagnostic } from '@binnacle/model';
import type { CiReport, CiReporter } from '../../ci/ci-report.ts';
import type { Pushed } from '../../push/outcomes.ts';
import { withoutRepetition } from '../alike.ts';
import { type Section, withinBudget } from '../budget.ts';
import { escapeMarkdown } from '../entries/escape.ts';
import { entrySections } from '../entries/markdown.ts';
import { planSections } from '../plan/markdown.ts';
import { headline, placeText, sinceText } from './words.ts';

/** Names of the modes in a heading; a review of the code needs none. */
const TITLES = { apply: ' · push', check: '', drift: ' · drift', plan: ' · plan' } as const;

function findingLine(finding: Diagnostic, more: number): string {
  const { severity, subject, resource, message, fix, rule } = finding;
  const place = placeText(finding);
  const about = subject ?? resource;
  const words = [
    `- **${severity}**`,
    ...(place === undefined ? [] : [`\`${place}\``]),
    `${about === undefined ? '' : `${escapeMarkdown(about)}: `}${escapeMarkdown(message)}`,
    ...(fix === undefined ? [] : [`— ${escapeMarkdown(fix)}`]),
    `(\`${rule}\`)`,
    ...(more === 0 ? [] : [`… and ${more} more like this`]),
  ];
  return words.join(' ').replaceAll('\n', ' ');
}

function folded(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function findings(title: string, list: readonly Diagnostic[]): Section[] {
  if (list.length === 0) return [];
  const lines = withoutRepetition(list).map(({ finding, more }) => findingLine(finding, more));
  const short = `#### ${title}\n\n${list.length} in all`;
  return [{ whole: `#### ${title}\n\n${lines.join('\n')}`, short }];
}

function fixed(list: readonly Diagnostic[]): Section[] {
  if (list.length === 0) return [];
  const title = `${list.length} fixed finding${list.length === 1 ? '' : 's'}`;
  const lines = withoutRepetition(list).map(({ finding, more }) => findingLine(finding, more));
  return [{ whole: folded(title, lines), short: title }];
}

function withFix(message: string, fix: string | undefined): string {
  return escapeMarkdown(fix === undefined ? message : `${message} — ${fix}`);
}

/** What was not done, and what a system said besides. */
function pushedSections({ environment, system, outcomes, withheld, notes, problems }: Pushed): Section[] {
  const lines = [
    ...problems.map(({ message, fix }) => `- **error** ${withFix(message, fix)}`),
    ...outcomes.flatMap(({ step, result, messages, fix }) =>
      result === 'done' && messages.length === 0
        ? []
        : [`- **${result === 'done' ? 'warning' : result}** \`${step.id}\`: ${withFix(messages.join('; '), fix)}`],
    ),
    ...withheld.map(
      ({ change, why, fix, isFailure }) =>
        `- **${isFailure ? 'not written' : 'left'}** \`${change.id}\`: ${withFix(why, fix)}`,
    ),
    ...notes.map((note) => `- ${escapeMarkdown(note)}`),
  ];
  if (lines.length === 0) return [];
  const title = `### ${escapeMarkdown(environment)} · ${escapeMarkdown(system)}: what was not done`;
  return [{ whole: `${title}\n\n${lines.join('\n')}`, short: `${title}\n\n${lines.length} in all` }];
}

function sections({ review, plan, pushed = [], refused = [] }: CiReport): Section[] {
  const { fresh, fixed: gone } = review?.findings ?? { fresh: [], fixed: [] };
  return [
    ...findings('Errors', refused),
    ...findings('New findings', fresh),
    ...entrySections(review?.entries ?? []),
    ...pushed.flatMap(pushedSections),
    ...(plan === undefined ? [] : planSections(plan)),
    ...fixed(gone),
  ];
}

/** Digests and where the rest is, small. */
function footer({ bundle, plan }: CiReport, runUrl: string | undefined): string {
  const parts = [
    ...(bundle === undefined ? [] : [`bundle \`${bundle.digest}\``]),
    ...(plan === undefined ? [] : [`plan \`${plan.digest}\``]),
    ...(runUrl === undefined ? [] : [`[this run](${runUrl})`]),
  ];
  return parts.length === 0 ? '' : `\n<sub>${parts.join(' · ')}</sub>\n`;
}

/** For a comment, an issue or a job summary: one line of summary, then what may wake somebody, within a number of bytes. */
export const markdown: CiReporter = (report, { bytes, whole, runUrl }) => {
  const since = sinceText(report);
  const { unread } = report.review ?? {};
  const head = [
    `### Binnacle · ${escapeMarkdown(report.project)}${TITLES[report.mode]}`,
    `**${escapeMarkdown(headline(report))}**${since === undefined ? '' : ` (${escapeMarkdown(since)})`}`,
    ...(unread === undefined ? [] : [escapeMarkdown(unread)]),
  ].join('\n\n');
  const end = footer(report, runUrl);
  const budget = {
    ...(bytes !== undefined && { bytes: bytes - Buffer.byteLength(end) }),
    ...(whole !== undefined && { note: whole }),
  };
  return `${withinBudget(head, sections(report), budget)}${end}`;
};
