import type { Diagnostic } from '../../diagnostic.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { DNS_SUBDOMAIN } from '../../names.ts';
import { pointer, pointerKeys, valueAt } from '../../pointer.ts';
import type { Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareRules } from './compare/compare.ts';
import { groupFindings } from './groups.ts';
import { isPrometheusRule, PROMETHEUS_RULE_API_VERSION, QUERY_LANGUAGE_ANNOTATION, QUERY_LANGUAGES } from './spec.ts';
import { ruleSubstance } from './substance.ts';

/** The operator's admission and the API server's storage stop taking larger objects. */
const LARGEST_KIB = 512;

/** Name of the alert or record a pointer leads into. */
function subject(resource: Resource, path: string): string | undefined {
  const keys = pointerKeys(path);
  if (keys[1] !== 'groups' || keys[3] !== 'rules') return undefined;
  const rule = valueAt(resource, pointer(...keys.slice(0, 5)));
  const { alert, record } = (rule ?? {}) as { readonly alert?: unknown; readonly record?: unknown };
  const name = alert ?? record;
  return typeof name === 'string' ? name : undefined;
}

function sizeFinding(resource: Resource): Finding[] {
  const kib = Math.ceil(Buffer.byteLength(JSON.stringify(resource.spec)) / 1024);
  if (kib <= LARGEST_KIB) return [];
  return [
    {
      rule: 'prometheus-rule/size',
      severity: 'warning',
      message: `the rules are ${kib} KiB; the Prometheus operator takes at most ${LARGEST_KIB} KiB in one PrometheusRule`,
      path: '/spec',
      fix: 'split the groups over several resources',
    },
  ];
}

function languageFinding({ metadata: { annotations = {} } }: Resource): Finding[] {
  const language = annotations[QUERY_LANGUAGE_ANNOTATION];
  if (language === undefined || QUERY_LANGUAGES.includes(language)) return [];
  return [
    {
      rule: 'prometheus-rule/language',
      severity: 'error',
      message: `'${language}' is no query language of rules`,
      path: pointer('metadata', 'annotations', QUERY_LANGUAGE_ANNOTATION),
      fix: `write ${QUERY_LANGUAGES.join(' or ')}`,
    },
  ];
}

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, { schema: 'prometheus-rule', rule: 'schema/prometheus-rule', subject });
  if (found.length > 0 || !isPrometheusRule(resource)) return found;
  return [...languageFinding(resource), ...groupFindings(resource.spec), ...sizeFinding(resource)].map((about) =>
    finding(resource, about),
  );
}

/** Groups of Prometheus alerting and recording rules, in the operator's envelope. */
export const prometheusRule: Kind = {
  kind: 'PrometheusRule',
  apiVersions: [PROMETHEUS_RULE_API_VERSION],
  name: DNS_SUBDOMAIN,
  check,
  substance: ruleSubstance,
  compare: compareRules,
};
