import { ExpectedError } from '../../expected.ts';
import { assertReviewed, carryOut, decideAll, pushExitCode, withPolicy } from '../../push/carry-out.ts';
import { declared } from '../../push/prepare.ts';
import { type Mode, reportOf, withLive } from './mode.ts';

/** Writes a bundle whose digest was reviewed; where the digest of a plan is given, only what that plan says. */
export const apply: Mode = async (flags) => {
  const { bundle: file, digest } = flags;
  if (file === undefined || digest === undefined) {
    throw new ExpectedError(
      '--mode apply writes only a bundle that was reviewed: --bundle and --digest are missing',
      'build it in a job without secrets (`binnacle build --bundle bundle.json`) and hand over its digest',
    );
  }
  const prepared = await declared(flags);
  return withLive({ ...reportOf(flags, prepared), bundle: { file, digest } }, prepared, {
    command: 'push',
    to: flags.to,
    use: async (found) => {
      const compared = withPolicy(found, flags);
      const { report: plan, plans } = compared;
      assertReviewed(plan, flags.expectPlan);
      const decided = decideAll(plans, flags);
      const pushed = await carryOut(decided, compared);
      return { plan, pushed, exitCode: pushExitCode(decided, pushed, compared) };
    },
  });
};
