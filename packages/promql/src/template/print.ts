import type { Action, Command, Pipeline, Term } from './ast.ts';

/** A term as Go shows it in errors. */
export function termText(term: Term): string {
  switch (term.type) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'field':
      return dotted(term.path);
    case 'variable':
    case 'function':
      return `${term.name}${dotted(term.path)}`;
    case 'string':
      return term.quoted;
    case 'bool':
      return String(term.value);
    case 'number':
      return term.text;
    case 'pipeline':
      return term.path.length === 0
        ? pipelineText(term.pipeline)
        : `(${pipelineText(term.pipeline)})${dotted(term.path)}`;
    default:
      return term satisfies never;
  }
}

function dotted(path: readonly string[]): string {
  return path.map((name) => `.${name}`).join('');
}

/** A command as Go shows it: a pipeline among its arguments keeps its parentheses. */
export function commandText(command: Command): string {
  return command
    .map((term) => (term.type === 'pipeline' && term.path.length === 0 ? `(${termText(term)})` : termText(term)))
    .join(' ');
}

export function pipelineText({ declares, assigns, commands }: Pipeline): string {
  const declared = declares.length === 0 ? '' : `${declares.join(', ')} ${assigns ? '=' : ':='} `;
  return declared + commands.map(commandText).join(' | ');
}

/** `{{template "name" .}}` as Go shows it. */
export function templateText({ name, pipeline }: Action & { readonly type: 'template' }): string {
  return `{{template ${JSON.stringify(name)}${pipeline === undefined ? '' : ` ${pipelineText(pipeline)}`}}}`;
}
