import { array, type Code, object } from './layout.ts';

const NAME = /^[A-Za-z_$][\w$]*$/;

/** A string in single quotes, or in double ones where that saves escapes. */
export function text(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1);
  const [single, double] = [value.split("'").length, value.split('"').length];
  if (single > double) return `"${escaped}"`;
  return `'${escaped.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}

/** A number. */
export function number(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A list of strings. */
export function texts(values: readonly string[]): Code {
  return array(values.map(text));
}

/** A key of an object. */
export function key(name: string): string {
  return NAME.test(name) ? name : text(name);
}

/** `.name`, or in brackets where that is no identifier. */
export function member(name: string): string {
  return NAME.test(name) ? `.${name}` : `[${text(name)}]`;
}

/** An object of what is defined. */
export function options(entries: Readonly<Record<string, Code | undefined>>): Code {
  return object(
    Object.entries(entries).flatMap(([name, value]): Code[] => (value === undefined ? [] : [[key(name), ': ', value]])),
  );
}
