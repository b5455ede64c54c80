import type { Span } from '@binnacle/promql';
import {
  type Block,
  type Command,
  FIELDS,
  type Pipeline,
  type Template,
  type Term,
} from '@binnacle/promql/template/syntax';

/** One use of a label of the alert: `$labels.job`, `.Labels.job`, `index $labels "job"`. */
interface LabelUse {
  readonly label: string;
  readonly span: Span;
}

/** What Prometheus executes a template on has no such field. */
interface UnknownField {
  readonly field: string;
  readonly span: Span;
}

/** A PromQL text handed to `query`. */
interface QueryUse {
  readonly promql: string;
  readonly span: Span;
}

export interface TemplateUses {
  readonly labels: readonly LabelUse[];
  readonly unknownFields: readonly UnknownField[];
  readonly queries: readonly QueryUse[];
}

/** What an expression of a template stands for, as far as labels go. */
type Meaning = 'root' | 'labels' | 'other';

interface Scope {
  readonly dot: Meaning;
  readonly variables: ReadonlyMap<string, Meaning>;
  /** Labels a surrounding condition tests: their absence is provided for. */
  readonly tested: ReadonlySet<string>;
}

const START: Scope = {
  dot: 'root',
  variables: new Map([
    ['$', 'root'],
    ['$labels', 'labels'],
  ]),
  tested: new Set(),
};
/** Within a template that another calls: it sees nothing of the alert but what it is given. */
const OUTSIDE: Scope = { dot: 'other', variables: new Map(), tested: new Set() };
/** Functions that take a label that may be missing as one of several possibilities. */
const PROVIDES_FOR_ABSENCE: ReadonlySet<string> = new Set(['or', 'and', 'not', 'eq', 'ne', 'len']);

function declare(scope: Scope, names: readonly string[], meaning: Meaning): Scope {
  if (names.length === 0) return scope;
  return { ...scope, variables: new Map([...scope.variables, ...names.map((name) => [name, meaning] as const)]) };
}

/** Finds what a template takes from its alert, following variables, `with` and `range`. */
export function usesOf({ block }: Template): TemplateUses {
  const labels: LabelUse[] = [];
  const unknownFields: UnknownField[] = [];
  const queries: QueryUse[] = [];

  /** What `path` below a value stands for; reports the label or unknown field it names. */
  function follow(meaning: Meaning, path: readonly string[], span: Span, used: (use: LabelUse) => void): Meaning {
    const [first, ...rest] = path;
    if (first === undefined) return meaning;
    if (meaning === 'labels') used({ label: first, span });
    if (meaning !== 'root') return 'other';
    if (!FIELDS.has(first)) unknownFields.push({ field: first, span });
    return follow(first === 'Labels' ? 'labels' : 'other', rest, span, used);
  }

  function ofTerm(term: Term, scope: Scope, used: (use: LabelUse) => void): Meaning {
    switch (term.type) {
      case 'dot':
        return scope.dot;
      case 'field':
        return follow(scope.dot, term.path, term.span, used);
      case 'variable':
        return follow(scope.variables.get(term.name) ?? 'other', term.path, term.span, used);
      case 'pipeline':
        return follow(ofPipeline(term.pipeline, scope, used), term.path, term.span, used);
      case 'function':
      case 'string':
      case 'bool':
      case 'number':
      case 'nil':
        return 'other';
      default:
        return term satisfies never;
    }
  }

  function ofCommand(command: Command, scope: Scope, used: (use: LabelUse) => void): Meaning {
    const [head, first, second] = command;
    if (head.type === 'function' && PROVIDES_FOR_ABSENCE.has(head.name)) {
      for (const term of command) ofTerm(term, scope, () => undefined);
      return 'other';
    }
    const meanings = command.map((term) => ofTerm(term, scope, used));
    if (head.type === 'function' && head.name === 'query' && first?.type === 'string') {
      queries.push({ promql: first.value, span: first.span });
    }
    if (head.type === 'function' && head.name === 'index' && meanings[1] === 'labels' && second?.type === 'string') {
      used({ label: second.value, span: second.span });
    }
    return command.length === 1 ? (meanings[0] ?? 'other') : 'other';
  }

  function ofPipeline({ commands }: Pipeline, scope: Scope, used: (use: LabelUse) => void): Meaning {
    const meanings = commands.map((command) => ofCommand(command, scope, used));
    const [only] = commands;
    const piped = commands.at(-1)?.[0];
    if (commands.length === 2 && piped?.type === 'function' && piped.name === 'query') {
      const text = only?.length === 1 ? only[0] : undefined;
      if (text?.type === 'string') queries.push({ promql: text.value, span: text.span });
    }
    return commands.length === 1 ? (meanings[0] ?? 'other') : 'other';
  }

  function visit(actions: Block, outer: Scope): void {
    let scope = outer;
    const report = (use: LabelUse): void => {
      if (!scope.tested.has(use.label)) labels.push(use);
    };
    for (const action of actions) {
      switch (action.type) {
        case 'output': {
          const meaning = ofPipeline(action.pipeline, scope, report);
          scope = declare(scope, action.pipeline.declares, meaning);
          break;
        }
        case 'if':
        case 'with':
        case 'range': {
          const { type, pipeline, body, otherwise } = action;
          const tested = new Set(scope.tested);
          const meaning = ofPipeline(pipeline, scope, (use) =>
            type === 'range' ? report(use) : tested.add(use.label),
          );
          for (const label of testedIn(pipeline, scope)) tested.add(label);
          const declared = declare({ ...scope, tested }, pipeline.declares, type === 'range' ? 'other' : meaning);
          visit(body, { ...declared, dot: type === 'if' ? scope.dot : type === 'with' ? meaning : 'other' });
          visit(otherwise, declared);
          break;
        }
        case 'template':
          if (action.pipeline !== undefined) ofPipeline(action.pipeline, scope, report);
          if (action.body !== undefined) visit(action.body, OUTSIDE);
          break;
        case 'define':
          visit(action.body, OUTSIDE);
          break;
        case 'text':
        case 'break':
        case 'continue':
          break;
        default:
          action satisfies never;
      }
    }
  }

  /** Labels a condition mentions anywhere, inside `eq` and `or` too. */
  function testedIn(pipeline: Pipeline, scope: Scope): string[] {
    return pipeline.commands.flat().flatMap((term) => {
      const found: string[] = [];
      if (term.type === 'pipeline') found.push(...testedIn(term.pipeline, scope));
      ofTerm(term, scope, ({ label }) => found.push(label));
      return found;
    });
  }

  visit(block, START);
  return { labels, unknownFields, queries };
}
