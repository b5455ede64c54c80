import type { Environment } from '@binnacle/model';
import { compareVersions, isMet, type Requirement, requirements } from '@binnacle/promql';
import type { Query } from '../../project.ts';
import type { Finding, Rule } from '../../rule.ts';

function lacks({ what, minVersion, maxVersion, feature }: Requirement, { version }: Environment['prometheus']): string {
  if (minVersion !== undefined && compareVersions(version, minVersion) < 0) {
    return `${what} needs Prometheus ${minVersion}${feature === undefined ? '' : ` with --enable-feature=${feature}`}`;
  }
  if (maxVersion !== undefined && compareVersions(version, maxVersion) >= 0) {
    return `${what} is gone since Prometheus ${maxVersion}`;
  }
  return `${what} needs --enable-feature=${feature ?? what}`;
}

type Lack = Pick<Finding, 'message'> & Pick<Requirement, 'span'>;

/** What a query needs and which environments lack it: one complaint for all that lack the same. */
function lacksOf(query: Query, environments: readonly Environment[]): readonly Lack[] {
  return requirements(query.parsed.expr, query.promql).flatMap((required) => {
    const lacking = new Map<string, string[]>();
    for (const { name, prometheus } of environments) {
      if (isMet(required, prometheus)) continue;
      const reason = lacks(required, prometheus);
      lacking.set(reason, [...(lacking.get(reason) ?? []), `${name} (${prometheus.version})`]);
    }
    return Array.from(lacking, ([reason, names]) => ({
      message: `${reason}: ${names.join(', ')} cannot run it`,
      span: required.span,
    }));
  });
}

export const requires: Rule = {
  id: 'promql/requires',
  severity: 'error',
  docs: 'Every query runs on the Prometheus that each environment declares, its version and its features.',
  *check({ queries, environments }) {
    const known = new Map<string, readonly Lack[]>();
    for (const query of queries) {
      const { place, promql, text, offset, parsed } = query;
      if (parsed.errors.length > 0) continue;
      const found = known.get(promql) ?? lacksOf(query, environments);
      known.set(promql, found);
      for (const { message, span } of found) {
        yield {
          place,
          message,
          fix: 'write it another way, or correct version and features of the environment in the config',
          snippet: { text, start: span.start + offset, end: span.end + offset },
        };
      }
    }
  },
};
