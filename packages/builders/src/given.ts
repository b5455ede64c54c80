import { DefinitionError } from '@binnacle/model';

// Definitions run without being type-checked: what a builder was given may be anything.

function described(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  if (typeof value === 'string') return `the text '${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const noun: unknown = Reflect.get(value, 'kind') ?? Reflect.get(value, 'type');
  return typeof noun === 'string' ? `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}` : 'an object of something else';
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value itself when it is right. @throws DefinitionError that says what `what` is instead, and what to write. */
export function given<T>(value: T, isRight: boolean, what: string, fix: string): T {
  if (isRight) return value;
  throw new DefinitionError(`${what} is ${described(value)}`, { fix });
}

/** The options of a builder. @throws DefinitionError when they are no object, or another builder's result. */
export function givenOptions<T extends object>(options: T, call: string, fix: string): T {
  return given(options, isPlain(options), `what is said of ${call}`, fix);
}

/** The members of a list, each of one of the types. @throws DefinitionError for what is no list, or for the first member that is none of these. */
export function givenList<T extends { readonly type: string }>(
  list: readonly T[],
  types: readonly string[],
  { what, fix }: { readonly what: string; readonly fix: string },
): readonly T[] {
  given(list, Array.isArray(list), what, fix);
  for (const [i, member] of list.entries()) {
    given(member, isPlain(member) && types.includes(member.type), `item ${i + 1} of ${what}`, fix);
  }
  return list;
}

/** A service, as a builder or a list of dependencies takes it. @throws DefinitionError when it is none. */
export function givenService<S extends object>(service: S | string | undefined, what: string): S {
  if (service === undefined) {
    throw new DefinitionError(`${what} is undefined: its file and this one import each other, or the import is wrong`, {
      fix: 'drop the import in one of the two files: a circle of services cannot start',
    });
  }
  if (typeof service === 'string') {
    throw new DefinitionError(`${what} is '${service}'`, { fix: 'pass the imported service, not its name' });
  }
  return given(
    service,
    isPlain(service) && 'metadata' in service && 'spec' in service,
    what,
    'pass what service() returns',
  );
}
