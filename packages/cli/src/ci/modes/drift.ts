import { driftCode, onlyDrift } from '../../push/drifted.ts';
import { declared } from '../../push/prepare.ts';
import { type Mode, reportOf, withLive } from './mode.ts';

/** What was edited or removed live since the last push. */
export const drift: Mode = async (flags) => {
  const prepared = await declared(flags);
  return withLive(reportOf(flags, prepared), prepared, {
    command: 'drift',
    to: flags.to,
    use: async (compared) => {
      const found = onlyDrift(compared.report);
      return { plan: found, exitCode: driftCode(found) };
    },
  });
};
