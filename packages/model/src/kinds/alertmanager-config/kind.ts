import type { Diagnostic } from '../../diagnostic.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { DNS_SUBDOMAIN } from '../../names.ts';
import { pointer } from '../../pointer.ts';
import type { Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareAlertmanagerConfigs } from './compare.ts';
import { outlineAlertmanagerConfig } from './outline.ts';
import { parseMatchers } from './matcher.ts';
import { routeFindings } from './routes.ts';
import { secretFindings } from './secrets.ts';
import { ALERTMANAGER_CONFIG_API_VERSION, type AlertmanagerConfigSpec, isAlertmanagerConfig } from './spec.ts';

/** Names that are empty or given twice; time intervals share theirs between both lists. */
function* names(spec: AlertmanagerConfigSpec): Generator<Finding> {
  const seen = new Set<string>();
  for (const list of ['receivers', 'time_intervals', 'mute_time_intervals'] as const) {
    const what = list === 'receivers' ? 'receiver' : 'time interval';
    for (const [i, { name }] of (spec[list] ?? []).entries()) {
      const about = {
        rule: 'alertmanager-config/name',
        severity: 'error',
        path: pointer('spec', list, i, 'name'),
      } as const;
      if (name === '') yield { ...about, message: `a ${what} has an empty name` };
      else if (seen.has(`${what} ${name}`)) yield { ...about, message: `two ${what}s are named '${name}'` };
      seen.add(`${what} ${name}`);
    }
  }
}

function* inhibitions({ inhibit_rules = [] }: AlertmanagerConfigSpec): Generator<Finding> {
  for (const [i, rule] of inhibit_rules.entries()) {
    for (const key of ['source_matchers', 'target_matchers'] as const) {
      for (const [j, text] of (rule[key] ?? []).entries()) {
        if (parseMatchers(text) !== undefined) continue;
        yield {
          rule: 'alertmanager-config/inhibition',
          severity: 'error',
          path: pointer('spec', 'inhibit_rules', i, key, j),
          message: `'${text}' is not a matcher`,
          fix: 'write name="value", with = != =~ or !~',
        };
      }
    }
  }
}

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, { schema: 'alertmanager-config', rule: 'schema/alertmanager-config' });
  if (found.length > 0 || !isAlertmanagerConfig(resource)) return found;
  const { spec } = resource;
  return [...names(spec), ...routeFindings(spec), ...inhibitions(spec), ...secretFindings(spec)].map((about) =>
    finding(resource, about),
  );
}

/** An Alertmanager's whole configuration. */
export const alertmanagerConfig: Kind = {
  kind: 'AlertmanagerConfig',
  apiVersions: [ALERTMANAGER_CONFIG_API_VERSION],
  name: DNS_SUBDOMAIN,
  check,
  compare: compareAlertmanagerConfigs,
  outline: outlineAlertmanagerConfig,
};
