import { isRecord, type Lifecycle, SERVICE_API_VERSION, type ServiceResource, type ServiceSpec } from '@binnacle/model';
import { textOf } from '../text-of.ts';

/** The members of an object of a catalog's document; none where there is something else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The objects in a list of a catalog's document. */
export function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The texts in a list of a catalog's document. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Tags of a catalog, `key:value`, as a service has them. */
export function tagsOf(tags: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tags
      .filter((tag) => tag.includes(':'))
      .map((tag) => [tag.slice(0, tag.indexOf(':')), tag.slice(tag.indexOf(':') + 1)]),
  );
}

function lifecycleOf(value: unknown): Lifecycle {
  return value === 'experimental' || value === 'deprecated' ? value : 'production';
}

function tierOf(value: unknown): ServiceSpec['tier'] {
  const tier = Number(value);
  return tier === 1 || tier === 2 || tier === 3 ? tier : 4;
}

/** The name in a reference: `component:default/checkout`, `service:checkout`. */
export function referenced(reference: string): string {
  return reference.replace(/^.*[:/]/, '');
}

/** What a catalog says of a service; the rest is what a service has that says nothing. */
export type Described = Partial<Omit<ServiceSpec, 'tier' | 'lifecycle'>> & {
  readonly tier?: unknown;
  readonly lifecycle?: unknown;
};

/** A service as its definition would be if a catalog's document were all that is known of it. */
export function serviceOf(name: string, described: Described): ServiceResource {
  const { title, tier, lifecycle, ...said } = described;
  return {
    apiVersion: SERVICE_API_VERSION,
    kind: 'Service',
    metadata: { name },
    spec: {
      title: textOf(title) === '' ? name : textOf(title),
      description: '',
      owner: 'unknown',
      tier: tierOf(tier),
      lifecycle: lifecycleOf(lifecycle),
      kind: 'online-serving',
      languages: [],
      links: [],
      contacts: [],
      dependsOn: [],
      tags: {},
      metrics: [],
      parts: [],
      ...said,
    },
  };
}
