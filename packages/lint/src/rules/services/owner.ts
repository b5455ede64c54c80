import type { Rule } from '../../rule.ts';

export const owner: Rule = {
  id: 'services/owner',
  severity: 'error',
  docs: 'Every service has an owner: the handle of a team that alerts can be sent to.',
  *check({ services }) {
    for (const { name, owner: written, place } of services) {
      const team = written.trim();
      const problem =
        team === '' ? 'has no owner' : /\s/.test(team) ? `has "${team}" for an owner, which is no handle` : undefined;
      if (problem === undefined) continue;
      yield {
        place: { ...place, path: '/spec/owner' },
        message: `service ${name} ${problem}`,
        fix: "write owner: 'team-payments'",
      };
    }
  },
};
