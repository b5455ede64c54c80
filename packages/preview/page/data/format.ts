/** What of a variable decides how its value is written into a query. */
export interface FormattedVariable {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

function inQuotes(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

function inRegex(text: string): string {
  return inQuotes(text.replaceAll(/[$^*{}[\]'+?.()|\\]/g, '\\$&'));
}

/**
 * The value of a variable inside a label matcher, as Grafana writes it for Prometheus: one that can have several values
 * is part of a regular expression.
 */
export function prometheusFormat(value: unknown, { multi = false, includeAll = false }: FormattedVariable): string {
  if (Array.isArray(value)) {
    const parts = value.map((one) => inRegex(String(one)));
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`;
  }
  const text = String(value);
  return multi || includeAll ? inRegex(text) : inQuotes(text);
}
