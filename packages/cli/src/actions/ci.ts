import { appendFileSync } from 'node:fs';
import type { CiFlags } from '../ci/ci-flags.ts';
import { deliver } from '../ci/deliver.ts';
import { modes } from '../ci/modes/index.ts';
import { surroundings } from '../ci/surroundings/index.ts';
import type { Surroundings } from '../ci/surroundings/surroundings.ts';
import { ExpectedError } from '../expected.ts';
import { escapeMarkdown } from '../reporters/entries/escape.ts';
import { errorAnnotation } from '../reporters/github.ts';

/** Says why there is no report where people look for one. */
function explain({ message, fix }: ExpectedError, { annotations, summary }: Surroundings): void {
  const text = fix === undefined ? message : `${message} (${fix})`;
  if (annotations === 'github') process.stdout.write(errorAnnotation(text));
  if (summary !== undefined)
    appendFileSync(summary.file, `### Binnacle\n\n**could not run**: ${escapeMarkdown(text)}\n`);
}

/** One run in CI: does what the mode says and reports it wherever the CI system has a place for it. */
export async function ci(flags: CiFlags): Promise<number> {
  const here = surroundings(process.env);
  try {
    const report = await modes[flags.mode](flags, here);
    await deliver(report, flags, here);
    return report.exitCode;
  } catch (error) {
    if (error instanceof ExpectedError) explain(error, here);
    throw error;
  }
}
