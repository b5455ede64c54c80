import { EXIT } from '../../exit-code.ts';
import { hasProblems } from '../../push/compare-live.ts';
import { declared } from '../../push/prepare.ts';
import { checkDefinitions } from './check.ts';
import { type Mode, reportOf, withLive } from './mode.ts';

/** What is declared: the bundle that was given, or the definitions, checked and reviewed. */
async function reviewed(...[flags, surroundings]: Parameters<Mode>): ReturnType<typeof checkDefinitions> {
  if (flags.bundle === undefined) return checkDefinitions(flags, surroundings);
  const prepared = await declared(flags);
  return { report: reportOf(flags, prepared), prepared };
}

/** The review, and what a push would do to what runs. */
export const plan: Mode = async (flags, surroundings) => {
  const { report, prepared } = await reviewed(flags, surroundings);
  return withLive(report, prepared, {
    command: 'plan',
    to: flags.to,
    use: async ({ report: found }) => ({
      plan: found,
      exitCode: hasProblems(found) ? EXIT.findings : report.exitCode,
    }),
  });
};
