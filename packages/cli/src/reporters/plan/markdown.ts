import type { PlanReporter, SystemPlan } from '../../plan-report.ts';
import { differenceLine, noteOf, summary, VERDICTS } from './words.ts';

/** Text that Markdown and HTML leave as it is; code between backticks stays code. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replaceAll(/[\\`*_{}[\]<>|#~@]/g, (character) => (character === '@' ? '&#64;' : `\\${character}`)),
    )
    .join('');
}

function section({ environment, destination, system, changes, problem }: SystemPlan): string {
  const title = `**${escaped(environment)} · ${escaped(problem === undefined ? system : destination)}**`;
  if (problem !== undefined) return `${title}\n\nnot reached: ${escaped(problem.message)}`;
  if (changes.length === 0) return `${title}: nothing to do`;
  const items = changes.map((change) => {
    const note = noteOf(change);
    const head = `- \`${VERDICTS[change.verdict].sign} ${change.id}\`${note === '' ? '' : ` ${note}`}`;
    return [head, ...change.differences.map((one) => `  - ${escaped(differenceLine(one))}`)].join('\n');
  });
  const count = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  return `<details><summary>${escaped(environment)} · ${escaped(system)}: ${count}</summary>\n\n${items.join('\n')}\n\n</details>`;
}

/** For a comment or a job summary: the summary line, then one foldable section a system. */
export const markdown: PlanReporter = (report) =>
  `**${report.command}**: ${summary(report)}\n\n${report.systems.map(section).join('\n\n')}\n`;
