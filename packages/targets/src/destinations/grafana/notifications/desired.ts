import {
  type AlertmanagerConfigResource,
  type Diagnostic,
  finding,
  type Finding,
  isAlertmanagerConfig,
  pointer,
  type Resource,
  resourceId,
} from '@binnacle/model';
import type { SecretValues } from '../../../alertmanager-stores/secret-values.ts';
import { selected } from '../../../selected.ts';
import type { Desired } from '../../destination.ts';
import { contactPoints, NOTIFICATIONS_API_VERSION } from './contact-point.ts';
import { INTEGRATIONS } from './integrations.ts';
import { policyTree } from './policy.ts';

const RULE = 'target/grafana';
/** Settings of `global` that a receiver is given where it has none of its own. */
const USED_GLOBALS: ReadonlySet<string> = new Set(
  Object.values(INTEGRATIONS).flatMap(({ global = {} }) => Object.values(global)),
);

function part(kind: 'MuteTiming' | 'NotificationTemplate', name: string, spec: unknown): Resource {
  return { apiVersion: NOTIFICATIONS_API_VERSION, kind, metadata: { name }, spec };
}

/** What Grafana has no place for outside receivers and routes. */
function* leftOut({ spec }: AlertmanagerConfigResource): Generator<Finding> {
  const about = { rule: RULE, severity: 'warning' } as const;
  for (const key of Object.keys(spec.global ?? {})) {
    if (USED_GLOBALS.has(key)) continue;
    const message = `Grafana has no 'global.${key}': its server's own configuration decides; it is left out`;
    yield { ...about, path: pointer('spec', 'global', key), message };
  }
  if ((spec.inhibit_rules ?? []).length > 0) {
    const message = "Grafana has no inhibitions: what 'inhibit_rules' keep quiet is told there";
    yield { ...about, path: '/spec/inhibit_rules', message, fix: 'push to an Alertmanager where they matter' };
  }
  for (const [i, name] of (spec.templates ?? []).entries()) {
    if (spec.template_files?.[name] !== undefined) continue;
    const message = `Grafana reads no files: the templates of '${name}' are left out`;
    yield { ...about, path: pointer('spec', 'templates', i), message, fix: 'put their text into template_files' };
  }
}

/** The parts of the one configuration an organisation can hold: contact points, policies, mute timings and templates. */
export function desiredNotifications(resources: readonly Resource[], secrets: SecretValues): Desired {
  const [first, ...others] = selected(resources, isAlertmanagerConfig);
  if (first === undefined) return { resources: [], diagnostics: [] };
  const { template_files: templates = {}, ...readable } = first.spec;
  const { hidden, missing } = secrets.fillAndHide(readable);
  // Texts of secrets are others now, and nothing else is.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const spec = hidden as AlertmanagerConfigResource['spec'];
  const translated = spec.receivers.map((receiver, i) => contactPoints(receiver, i, spec.global ?? {}));
  const tree = policyTree(spec);
  const found: Finding[] = [
    ...missing.map((name): Finding => ({
      rule: RULE,
      severity: 'error',
      path: '/spec',
      message: `the environment variable ${name} is not set`,
      fix: `set ${name}, for example from the secrets of the CI system`,
    })),
    ...translated.flatMap(({ findings }) => findings),
    ...tree.findings,
    ...leftOut(first),
  ];
  const diagnostics: Diagnostic[] = others.map((other) =>
    finding(other, {
      rule: RULE,
      severity: 'error',
      path: '/metadata/name',
      message: `an organisation has one tree of notification policies, and ${resourceId(first)} is one already`,
      fix: 'make them one',
    }),
  );
  return {
    resources: [
      ...translated.flatMap((one) => one.contactPoints),
      tree.resource,
      ...[...(spec.time_intervals ?? []), ...(spec.mute_time_intervals ?? [])].map(({ name, time_intervals: times }) =>
        part('MuteTiming', name, { time_intervals: times }),
      ),
      ...Object.entries(templates).map(([name, template]) => part('NotificationTemplate', name, { template })),
    ],
    diagnostics: [...diagnostics, ...found.map((about) => finding(first, about))],
  };
}
