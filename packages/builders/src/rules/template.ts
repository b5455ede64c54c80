import { print } from '@binnacle/promql';
import { given } from '../given.ts';
import type { Instant } from '../query/vector.ts';
import { ruleExpression } from './expression.ts';

// Helpers write actions between these two private-use characters, so that braces in the user's own text can be told apart.
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A number in an annotation, in one readable form or another. */
export interface TemplateValue {
  /** Metric prefixes: `12.3k`. */
  readonly humanize: string;
  /** Prefixes by 1024: `1.5Gi`. */
  readonly humanize1024: string;
  /** Seconds as `2h 5m`. */
  readonly humanizeDuration: string;
  /** A ratio as `12.3%`. */
  readonly humanizePercentage: string;
  /** Unix seconds as a date and time in UTC. */
  readonly humanizeTimestamp: string;
  /** As it is, with all its digits. */
  readonly plain: string;
  /** Go's `fmt` verb: `printf('%.2f')`. */
  readonly printf: (format: string) => string;
}

/** The label itself when the expression returns it, else a sentence that the compiler shows. */
type Returned<N extends string, L extends string> = N extends L
  ? N
  : `the expression returns no label ${N}: keep it with by`;

/** What an annotation is written with. `L` are the labels the alert's expression returns; no other compiles. */
export interface Template<L extends string> {
  /** Value of a label of the firing series. */
  readonly label: <const N extends string>(name: L | Returned<N, L>) => string;
  /** Value of the firing series. */
  readonly value: TemplateValue;
  /** A label the server adds to everything it sends (`cluster`, `region`). */
  readonly externalLabel: (name: string) => string;
  /** Where the server's own pages are. */
  readonly externalUrl: string;
  /** First value of another expression, evaluated when the alert fires; nothing when it returns nothing. */
  readonly query: (vector: Instant) => TemplateValue;
  /** A Go template as it is, unchecked. */
  readonly raw: (template: string) => string;
}

/** Text of an annotation: plain, or made with typed helpers. */
export type Text<L extends string = string> = string | ((template: Template<L>) => string);

function action(code: string): string {
  return `${OPEN} ${code} ${CLOSE}`;
}

function templateValue(write: (filter: string) => string): TemplateValue {
  return {
    humanize: write(' | humanize'),
    humanize1024: write(' | humanize1024'),
    humanizeDuration: write(' | humanizeDuration'),
    humanizePercentage: write(' | humanizePercentage'),
    humanizeTimestamp: write(' | humanizeTimestamp'),
    printf: (format) => write(` | printf ${JSON.stringify(format)}`),
    plain: write(''),
  };
}

function member(map: '$labels' | '$externalLabels', name: string): string {
  return action(/^[A-Za-z_]\w*$/.test(name) ? `${map}.${name}` : `index ${map} ${JSON.stringify(name)}`);
}

const TEMPLATE: Template<string> = {
  label: (name) => member('$labels', name),
  value: templateValue((filter) => action(`$value${filter}`)),
  externalLabel: (name) => member('$externalLabels', name),
  externalUrl: action('$externalURL'),
  query: (vector) => {
    const text = JSON.stringify(print(ruleExpression(vector.expr)));
    return templateValue(
      (filter) => `${action(`with query ${text}`)}${action(`. | first | value${filter}`)}${action('end')}`,
    );
  },
  raw: (template) => template.replaceAll('{{', OPEN).replaceAll('}}', CLOSE),
};

/**
 * An annotation as a Go template; braces of the text itself are escaped.
 * @throws when it is neither text nor a function, and on text that holds a hand-written action, whose labels nobody could check.
 */
export function goTemplate<L extends string>(text: Text<L>, what?: string): string;
export function goTemplate(text: Text, what = 'an annotation'): string {
  given(text, ['string', 'function'].includes(typeof text), what, 'write a text, or ({ label, value }) => `…`');
  const marked = typeof text === 'string' ? text : text(TEMPLATE);
  const hand = /\{\{-?\s*[$.]\S*/.exec(marked);
  if (hand !== null) {
    throw new Error(
      `"${hand[0]}" in an annotation would not be checked; write ({ label, value }) => \`… \${label('…')} …\`, or raw('{{ … }}')`,
    );
  }
  return marked.replaceAll('{{', '{{ "{{" }}').replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}');
}
