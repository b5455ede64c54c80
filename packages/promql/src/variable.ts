const VARIABLE = /\$\{[A-Za-z_][^}\n"'`]{0,200}\}|\$[A-Za-z_]\w*|\[\[[A-Za-z_]\w*(?::\w+)?\]\]/y;
const EACH_VARIABLE = /\$\{[A-Za-z_][^}\n]{0,200}\}|\$[A-Za-z_]\w*|\[\[[A-Za-z_]\w*(?::\w+)?\]\]/g;

/** End offset of the Grafana variable at `pos` (`$x`, `${x:format}`, `[[x]]`), or -1 when there is none. */
export function variableEnd(text: string, pos: number): number {
  VARIABLE.lastIndex = pos;
  return VARIABLE.test(text) ? VARIABLE.lastIndex : -1;
}

/** Whether a value such as a label value holds Grafana variables. */
export function hasVariable(text: string): boolean {
  return (text.includes('$') || text.includes('[[')) && text.search(EACH_VARIABLE) >= 0;
}

/** The text with every Grafana variable replaced. */
export function replaceVariables(text: string, replacement: string): string {
  return text.replace(EACH_VARIABLE, () => replacement);
}

/** Names of the Grafana variables in a text, without sigil and format, in order of appearance: `["job", "__rate_interval"]`. */
export function variableNames(text: string): readonly string[] {
  const names: string[] = [];
  for (const [match] of text.matchAll(EACH_VARIABLE)) {
    const name = /[A-Za-z_]\w*/.exec(match)?.[0];
    if (name !== undefined && !names.includes(name)) names.push(name);
  }
  return names;
}
