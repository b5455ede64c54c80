const NAME = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
/** Optional DNS prefix of at most 253 characters, a slash, and a name of at most 63. */
const QUALIFIED_NAME = new RegExp(`^(?:(?=.{1,253}/)[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?/)?${NAME}$`);
const LABEL_VALUE = new RegExp(`^(?:${NAME})?$`);

/** True for a label Kubernetes stores: qualified key, value of at most 63 letters, digits, `-`, `_`, `.`, or empty. */
export function isLabel(key: string, value: string): boolean {
  return QUALIFIED_NAME.test(key) && LABEL_VALUE.test(value);
}

/** True for an annotation key Kubernetes stores; its value is any text. */
export function isAnnotationKey(key: string): boolean {
  return QUALIFIED_NAME.test(key);
}
