import type { LabelDomain } from '@binnacle/model';
import type { Expression } from 'oxc-parser';
import type { ObservedLabel } from '../observed.ts';
import { type ContractFile, literalText } from './contract-file.ts';

/** The domain a label is written with; undefined when it is not one of the plain forms. */
export function readDomain(value: Expression | undefined, { builderOf }: ContractFile): LabelDomain | undefined {
  if (value?.type !== 'CallExpression') return undefined;
  const { callee, arguments: given } = value;
  const builder = builderOf(callee);
  const [first] = given;
  if (builder === 'oneOf') {
    const values = given.map((argument) => (argument.type === 'SpreadElement' ? undefined : literalText(argument)));
    return values.includes(undefined)
      ? undefined
      : { kind: 'one-of', values: values.filter((text) => text !== undefined) };
  }
  if (builder === 'bounded') {
    return first?.type === 'Literal' && typeof first.value === 'number'
      ? { kind: 'bounded', bound: first.value }
      : undefined;
  }
  if (builder !== 'httpStatus') return undefined;
  return { kind: 'http-status', form: given.length === 0 ? 'code' : 'class' };
}

function some(values: readonly string[]): string {
  const quoted = values.slice(0, 3).map((value) => JSON.stringify(value));
  return quoted.join(', ') + (values.length > 3 ? ` and ${values.length - 3} more` : '');
}

/** How what was seen of a label leaves its declared domain; undefined when it stays inside. */
export function leaves(domain: LabelDomain, { values, perInstance, overflowed }: ObservedLabel): string | undefined {
  switch (domain.kind) {
    case 'one-of': {
      const declared = new Set(domain.values);
      const outside = [...values].filter((value) => !declared.has(value)).toSorted();
      return outside.length === 0 ? undefined : `takes ${some(outside)}, which oneOf(…) does not list`;
    }
    case 'bounded':
      return perInstance > domain.bound
        ? `takes ${overflowed ? 'about ' : ''}${perInstance} values, more than bounded(${domain.bound})`
        : undefined;
    case 'http-status': {
      const pattern = domain.form === 'class' ? /^[1-5]xx$/ : /^[1-5]\d\d$/;
      const outside = [...values].filter((value) => !pattern.test(value)).toSorted();
      return outside.length === 0 ? undefined : `takes ${some(outside)}, which is no HTTP status`;
    }
    case 'service':
      return undefined;
    default:
      return domain satisfies never;
  }
}
