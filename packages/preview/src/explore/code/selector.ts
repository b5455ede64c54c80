import { type Duration, type Matcher, printDuration, type VectorSelector } from '@binnacle/promql';
import type { LabelDomain } from '@binnacle/model';
import { call, chain, type Code, object } from './layout.ts';
import { key, text } from './literal.ts';
import { type Series, takesValue } from './series.ts';
import { builder, metricCode, type Writer, type Written } from './written.ts';

const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/** The texts that a regular expression lists; undefined when it does more than that. */
function alternatives(pattern: string): readonly string[] | undefined {
  const found: string[] = [''];
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign === '|') found.push('');
    else if (sign === '\\' && SPECIAL.test(pattern.charAt(i + 1))) found[found.length - 1] += pattern.charAt(++i);
    else if (SPECIAL.test(sign)) return undefined;
    else found[found.length - 1] += sign;
  }
  return found.length > 1 && !found.includes('') ? found : undefined;
}

function match(matcher: Matcher, domain: LabelDomain | undefined): Code | undefined {
  const { op, value } = matcher;
  if (op === '=' || op === '!=') {
    if (!takesValue(domain, value)) return undefined;
    return op === '=' ? text(value) : call(builder('not'), text(value));
  }
  const listed = alternatives(value);
  const [list, pattern] = op === '=~' ? (['anyOf', 'regex'] as const) : (['noneOf', 'notRegex'] as const);
  return listed?.every((one) => takesValue(domain, one)) === true
    ? call(builder(list), ...listed.map(text))
    : call(builder(pattern), text(value));
}

/** `.where({ … })` for matchers, nothing for none; undefined when the compiler would not take one of them. */
export function where(matchers: readonly Matcher[], labels: Series['labels']): readonly Code[] | undefined {
  const written = new Map<string, Code>();
  for (const matcher of matchers) {
    const { label, variable } = matcher;
    if (variable === true || !labels.has(label) || written.has(label)) return undefined;
    const code = match(matcher, labels.get(label));
    if (code === undefined) return undefined;
    written.set(label, code);
  }
  if (written.size === 0) return [];
  return [call('.where', object([...written].map(([label, code]) => [key(label), ': ', code])))];
}

/** A duration as definitions write it: `5m`, `$__range`. */
export function windowText(duration: Duration): string | undefined {
  if (duration.type === 'DurationLiteral') return printDuration(duration.ms);
  return duration.type === 'DurationVariable' ? duration.text : undefined;
}

/** The series of a selector; undefined when no contract has them, or its matchers are not what the contract says. */
export function writeSelector(selector: VectorSelector, writer: Writer): Written | undefined {
  const { name, matchers, offset, at, extended } = selector;
  const series = name === undefined ? undefined : writer.series.get(name);
  if (series === undefined || at !== undefined || extended !== undefined) return undefined;
  const by = offset === undefined ? undefined : windowText(offset);
  if (offset !== undefined && by === undefined) return undefined;
  const chosen = where(matchers, series.labels);
  if (chosen === undefined) return undefined;
  const part = series.part === '' ? [] : [`.${series.part}`];
  return {
    code: chain(
      [metricCode(series, writer), ...part],
      ...chosen,
      ...(by === undefined ? [] : [call('.offset', text(by))]),
    ),
    type: 'series',
    labels: new Set(series.labels.keys()),
    unit: series.unit,
    kind: series.kind,
  };
}
