import type { LabelDomain, LabelSpec } from '@binnacle/model';

/** The declared values of a label; `V` is their type. */
export interface Domain<out V extends string = string> {
  readonly domain: LabelDomain;
  readonly help?: string;
  readonly '~value'?: V;
}

/** Label name → domain, as written in a metric contract. */
export type LabelDomains = Readonly<Record<string, Domain>>;

/** A label that takes one of these values and no other. */
export function oneOf<const V extends string>(...values: readonly [V, ...V[]]): Domain<NoInfer<V>> {
  return { domain: { kind: 'one-of', values } };
}

/** A label whose values are not known beforehand, with the most there can be per instance. */
export function bounded(bound: number, help?: string): Domain {
  return { domain: { kind: 'bounded', bound }, ...(help === undefined ? {} : { help }) };
}

/** A label holding an HTTP status: the code (`404`) or, with `'class'`, its class (`4xx`). */
export function httpStatus(form?: 'code'): Domain<`${number}`>;
export function httpStatus(form: 'class'): Domain<'1xx' | '2xx' | '3xx' | '4xx' | '5xx'>;
export function httpStatus(form: 'code' | 'class' = 'code'): Domain {
  return { domain: { kind: 'http-status', form } };
}

/** A label whose values are names of the given services: callers, dependencies, tenants. */
export function serviceName<const N extends string>(
  ...services: readonly { readonly metadata: { readonly name: N } }[]
): Domain<N> {
  return { domain: { kind: 'service', names: services.map((s) => s.metadata.name).toSorted() } };
}

export function labelSpecs(labels: LabelDomains | undefined): readonly LabelSpec[] {
  return Object.entries(labels ?? {}).map(([name, { domain, help }]) => ({
    name,
    domain,
    ...(help === undefined ? {} : { help }),
  }));
}
