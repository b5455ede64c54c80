import type { LabelDomain } from '@binnacle/model';

/** The values a label may have, in words. */
export function domainWords(domain: LabelDomain): string {
  switch (domain.kind) {
    case 'one-of':
      return domain.values.length === 1 ? 'always one value' : `one of ${domain.values.length} values`;
    case 'bounded':
      return `at most ${domain.bound} ${domain.bound === 1 ? 'value' : 'values'}`;
    case 'http-status':
      return domain.form === 'class' ? 'class of an HTTP status' : 'HTTP status code';
    case 'service':
      return domain.names.length === 1 ? 'name of a service' : `name of one of ${domain.names.length} services`;
    default:
      return domain satisfies never;
  }
}

const STATUS = { class: /^[1-5]xx$/, code: /^[1-5]\d\d$/ } as const;

/** Values a domain lists, and whether it allows any other. */
function allows(domain: LabelDomain): {
  readonly values: readonly string[];
  readonly other: (value: string) => boolean;
} {
  switch (domain.kind) {
    case 'one-of':
      return { values: domain.values, other: () => false };
    case 'service':
      return { values: domain.names, other: () => false };
    case 'http-status':
      return { values: [], other: (value) => STATUS[domain.form].test(value) };
    case 'bounded':
      return { values: [], other: () => true };
    default:
      return domain satisfies never;
  }
}

/** A value of a label: declared and in the data, declared and not there, or there against the contract. */
export interface LabelValue {
  readonly value: string;
  readonly standing: 'known' | 'absent' | 'undeclared';
}

/** The values of a label by its contract and by the data; `seen` is undefined while nobody knows the data. */
export function labelValues(domain: LabelDomain, seen: readonly string[] | undefined): readonly LabelValue[] {
  const { values, other } = allows(domain);
  const there = new Set(seen);
  const declared = values.map((value): LabelValue => ({
    value,
    standing: seen === undefined || there.has(value) ? 'known' : 'absent',
  }));
  const others = [...there].filter((value) => !values.includes(value));
  return [
    ...declared,
    ...others.map((value): LabelValue => ({ value, standing: other(value) ? 'known' : 'undeclared' })),
  ];
}
