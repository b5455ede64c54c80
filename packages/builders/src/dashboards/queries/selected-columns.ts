const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|[()]|,|[^\s'"`(),]+/g;

/** Words that end the list of what is selected. */
const END = new Set(['from', 'where', 'group', 'order', 'limit', 'union', 'having', 'window', ';']);

function nameOf(token: string): string {
  const bare = token.slice(token.lastIndexOf('.') + 1);
  return /^["`]/.test(bare) ? bare.slice(1, -1) : bare;
}

const NAME = /^(?:["`].*["`]|[A-Za-z_][\w.$]*(?:\."[^"]*")?)$/s;

/** The name of one selected expression: its alias, or the column it is. */
function columnOf(tokens: readonly string[]): string | undefined {
  const [before, last] = [tokens.at(-2), tokens.at(-1)];
  if (last === undefined || !NAME.test(last)) return undefined;
  const isNamed = before === undefined || before.toLowerCase() === 'as' || /[\w)"'`]$/.test(before);
  return isNamed ? nameOf(last) : undefined;
}

/** Columns of the result of a SELECT, in order; undefined when the statement alone does not tell (`*`, an expression without alias). */
export function selectedColumns(statement: string): readonly string[] | undefined {
  const tokens = (statement.match(TOKEN) ?? []).filter((token) => !/^(?:--|\/\*)/.test(token));
  // With common table expressions, the last SELECT outside parentheses is the one that counts.
  let depth = 0;
  let start = -1;
  for (const [i, token] of tokens.entries()) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth === 0 && token.toLowerCase() === 'select' && start < 0) start = i + 1;
  }
  if (start < 0) return undefined;
  if (tokens[start]?.toLowerCase() === 'distinct') start++;
  const columns: (string | undefined)[] = [];
  let current: string[] = [];
  depth = 0;
  for (const token of tokens.slice(start)) {
    if (depth === 0 && END.has(token.toLowerCase())) break;
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (depth === 0 && token === ',') {
      columns.push(columnOf(current));
      current = [];
    } else current.push(token);
  }
  columns.push(columnOf(current));
  return columns.every((column) => column !== undefined) ? columns : undefined;
}
