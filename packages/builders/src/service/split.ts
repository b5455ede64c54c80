import type { Template } from '../rules/template.ts';

/** The labels a part is split by, for a sentence: ` (route=/pay, method=POST)`. Nothing when it is not split. */
export function splitText({ label }: Pick<Template<string>, 'label'>, by: readonly string[]): string {
  return by.length === 0 ? '' : ` (${by.map((name) => `${name}=${label(name)}`).join(', ')})`;
}
