import { TEMPLATE_FUNCTIONS } from './template-functions.ts';

/** Variables Prometheus defines in every alert template. */
const VARIABLES = new Set(['$', '$labels', '$externalLabels', '$externalURL', '$value']);
const OPENING = new Set(['if', 'range', 'with', 'define', 'block']);
/** Words that are neither functions nor variables. */
const WORDS = new Set(['else', 'end', 'template', 'break', 'continue', 'nil', 'true', 'false', ...OPENING]);
/** Tokens of an action: strings, characters, comments, variables, fields, words, numbers; anything else is one character. */
const TOKEN =
  /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\$\w*|\.[A-Za-z_]\w*|[A-Za-z_]\w*|\d[\w.]*|:=|\s+|[^]/gu;

/** What one action holds, or why it cannot be read. */
type Action = { readonly tokens: readonly string[]; readonly end: number } | { readonly problem: string };

function readAction(template: string, start: number): Action {
  const tokens: string[] = [];
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(template); match !== null; match = TOKEN.exec(template)) {
    const [token] = match;
    if (template.startsWith('}}', match.index)) return { tokens, end: match.index + 2 };
    if (token === '"' || token === '`' || token === "'") return { problem: `a ${token} is not closed` };
    if (token.trim() !== '') tokens.push(token);
  }
  return { problem: "'{{' is not closed; write '}}' after it" };
}

function unbalanced(tokens: readonly string[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    if (depth < 0) return true;
  }
  return depth !== 0;
}

/** The first unknown function or variable of an action; variables it declares are added to `declared`. */
function unknownName(tokens: readonly string[], declared: Set<string>): string | undefined {
  const declaration = tokens.indexOf(':=');
  for (const [i, token] of tokens.entries()) {
    if (/^[A-Za-z_]/.test(token) && !WORDS.has(token) && !TEMPLATE_FUNCTIONS.has(token)) {
      return `there is no template function '${token}'`;
    }
    if (token.startsWith('$') && i < declaration) declared.add(token);
    else if (token.startsWith('$') && !VARIABLES.has(token) && !declared.has(token)) {
      return `there is no variable '${token}'`;
    }
  }
  return undefined;
}

/**
 * What Prometheus would refuse in a Go template of an alert's label or annotation: an action, string or block that is not
 * closed, an unknown function or variable. Undefined when it would be accepted.
 */
export function templateProblem(template: string): string | undefined {
  const open: string[] = [];
  const declared = new Set<string>();
  for (let at = template.indexOf('{{'); at >= 0; at = template.indexOf('{{', at)) {
    const action = readAction(template, at + 2);
    if ('problem' in action) return action.problem;
    at = action.end;
    const { tokens } = action;
    if (unbalanced(tokens)) return 'parentheses are not balanced';
    const unknown = unknownName(tokens, declared);
    if (unknown !== undefined) return unknown;
    const [first = ''] = tokens[0] === '-' ? tokens.slice(1) : tokens;
    if (OPENING.has(first)) open.push(first);
    else if (first === 'end' && open.pop() === undefined) return "'{{ end }}' closes nothing";
    else if (first === 'else' && open.length === 0) return "'{{ else }}' stands outside of if, range and with";
  }
  const unclosed = open.pop();
  return unclosed === undefined ? undefined : `'{{ ${unclosed} }}' is not closed; write '{{ end }}' after it`;
}
