import type { Diagnostic } from '../../diagnostic.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { DNS_LABEL, keepsNameRule } from '../../names.ts';
import { didYouMean } from '../../nearest.ts';
import { pointer, pointerKeys, pointerToken, valueAt } from '../../pointer.ts';
import type { Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareServices } from './compare/compare.ts';
import { outlineService } from './compare/outline.ts';
import { metricFindings } from './metric.ts';
import { seriesNames } from './series.ts';
import { isService, SERVICE_API_VERSION, type ServiceSpec } from './spec.ts';

const WEB = new Set(['http:', 'https:']);

/** Name of the metric a pointer leads into. */
function subject(resource: Resource, path: string): string | undefined {
  const keys = pointerKeys(path);
  if (keys[1] !== 'metrics' || keys[2] === undefined) return undefined;
  const name = valueAt(resource, pointer('spec', 'metrics', keys[2], 'name'));
  return typeof name === 'string' ? name : undefined;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && WEB.has(new URL(url).protocol);
}

/** What to write for a team that goes by a name instead of a handle. */
function handleFix(owner: string): string {
  const handle = owner
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return keepsNameRule(handle, DNS_LABEL) ? `write owner: '${handle}'` : `write ${DNS_LABEL.describe}`;
}

function* texts({ title, owner, links, pagerduty }: ServiceSpec): Generator<Finding> {
  const about = { rule: 'service/text', severity: 'error' } as const;
  if (title.trim() === '') yield { ...about, path: '/spec/title', message: 'the title is empty' };
  if (owner.trim() === '') yield { ...about, path: '/spec/owner', message: 'the owner is empty', fix: 'name the team' };
  else if (!keepsNameRule(owner, DNS_LABEL)) {
    // Folders, labels and receivers are named after it.
    const message = `${JSON.stringify(owner)} is not a team handle`;
    yield { ...about, rule: 'service/owner', path: '/spec/owner', message, fix: handleFix(owner) };
  }
  const addresses: [path: string, url: string][] = links.map(({ url }, i) => [`/spec/links/${i}/url`, url]);
  if (pagerduty !== undefined) addresses.push(['/spec/pagerduty', pagerduty]);
  for (const [path, url] of addresses) {
    if (isWebAddress(url)) continue;
    const fix = "write the whole address, e.g. 'https://wiki.example.com/runbooks/checkout'";
    yield { ...about, rule: 'service/link', path, message: `'${url}' is not a web address`, fix };
  }
}

function* parts({ parts: all, metrics }: ServiceSpec): Generator<Finding> {
  const known = new Set(metrics.flatMap(seriesNames));
  for (const [i, { name: part, roles }] of all.entries()) {
    for (const [role, metric] of Object.entries(roles)) {
      // A name with a colon is a recording rule's, an empty one an expression's without a metric.
      if (metric === '' || metric.includes(':') || known.has(metric)) continue;
      const fix = didYouMean(metric, known);
      yield {
        rule: 'service/part',
        severity: 'error',
        path: `/spec/parts/${i}/roles/${pointerToken(role)}`,
        message: `part '${part}' measures its ${role} with '${metric}', which the service does not declare`,
        ...(fix !== undefined && { fix }),
      };
    }
  }
}

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, { schema: 'service', rule: 'schema/service', subject });
  if (found.length > 0 || !isService(resource)) return found;
  const { spec } = resource;
  return [...texts(spec), ...metricFindings(spec.metrics), ...parts(spec)].map((about) => finding(resource, about));
}

/** The catalog's entity and its metric contract. */
export const service: Kind = {
  kind: 'Service',
  apiVersions: [SERVICE_API_VERSION],
  name: DNS_LABEL,
  check,
  compare: compareServices,
  outline: outlineService,
};
