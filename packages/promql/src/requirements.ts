import type { AggregateExpr, BinaryExpr, Duration, Expr, LabelRef, Matcher, Span, VectorSelector } from './ast.ts';
import { AGGREGATORS } from './aggregators.ts';
import { LANGUAGE_FEATURES, type LanguageFeature, type LanguageFeatureName } from './features.ts';
import { FUNCTIONS } from './functions.ts';
import { hasVariable } from './variable.ts';
import { walk } from './walk.ts';

/** Something in a query that not every Prometheus can evaluate. Versions are `major.minor`. */
export interface Requirement {
  /** Function, operator or part of the language: `limitk`, `@ modifier`. */
  readonly what: string;
  readonly span: Span;
  /** First release that has it. */
  readonly minVersion?: string;
  /** First release that no longer has it. */
  readonly maxVersion?: string;
  /** Feature flag it needs. */
  readonly feature?: string;
  /** First release that does not need the flag. */
  readonly stableVersion?: string;
}

/** What runs the queries. */
export interface PrometheusProfile {
  /** `major.minor` or `major.minor.patch`. */
  readonly version: string;
  /** Names given to `--enable-feature`. */
  readonly features: readonly string[];
}

/**
 * Everything in an expression that asks for more than Prometheus 2.0, in the order of the text. Given the text of the query,
 * also what the tree does not keep: names in quotes that need none, and durations written as plain seconds.
 */
export function requirements(expr: Expr, text?: string): readonly Requirement[] {
  const found: Requirement[] = [];
  const add = (feature: LanguageFeatureName, span: Span): void => {
    found.push(fromFeature(LANGUAGE_FEATURES[feature], span));
  };
  const context: Context = { text, add };
  walk(expr, (node) => {
    switch (node.type) {
      case 'NumberLiteral':
        if (node.duration === true) add('durationNumber', node.span);
        break;
      case 'VectorSelector':
        selectorRequirements(node, context);
        break;
      case 'MatrixSelector':
        durationRequirements(node.range, context);
        break;
      case 'SubqueryExpr':
        add('subquery', node.span);
        durationRequirements(node.range, context);
        if (node.step !== undefined) durationRequirements(node.step, context);
        modifierRequirements(node, context);
        break;
      case 'Call': {
        const { name, since, until, feature, stable } = FUNCTIONS.get(node.func) ?? {};
        if (name !== undefined && (since ?? until) !== undefined) {
          found.push(requirement({ name, since, until, feature, stable }, node.funcSpan));
        }
        break;
      }
      case 'AggregateExpr':
        if (node.opVariable === undefined) found.push(...aggregatorRequirements(node));
        labelRequirements(node.grouping, context);
        break;
      case 'BinaryExpr':
        operationRequirements(node, context);
        break;
      case 'StringLiteral':
      case 'VariableExpr':
      case 'UnaryExpr':
      case 'ParenExpr':
      case 'ErrorExpr':
        break;
      default:
        node satisfies never;
    }
  });
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** Whether a Prometheus can evaluate what a requirement asks for. */
export function isMet(required: Requirement, { version, features }: PrometheusProfile): boolean {
  const { minVersion, maxVersion, feature, stableVersion } = required;
  if (minVersion !== undefined && compareVersions(version, minVersion) < 0) return false;
  if (maxVersion !== undefined && compareVersions(version, maxVersion) >= 0) return false;
  if (feature === undefined || features.includes(feature)) return true;
  return stableVersion !== undefined && compareVersions(version, stableVersion) >= 0;
}

/** Orders versions such as `2.42` and `3.5.1`; a leading `v` and a suffix such as `-rc.1` do not count. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): readonly number[] {
  return version
    .replace(/^v/, '')
    .replace(/[-+].*$/, '')
    .split('.')
    .map(Number);
}

interface Context {
  readonly text: string | undefined;
  readonly add: (feature: LanguageFeatureName, span: Span) => void;
}

interface History {
  readonly name: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly feature?: string | undefined;
  readonly stable?: string | undefined;
}

function fromFeature(feature: LanguageFeature, span: Span): Requirement {
  return requirement(feature, span);
}

function requirement({ name, since, until, feature, stable }: History, span: Span): Requirement {
  return {
    what: name,
    span,
    ...(since === undefined ? {} : { minVersion: since }),
    ...(until === undefined ? {} : { maxVersion: until }),
    ...(feature === undefined ? {} : { feature }),
    ...(stable === undefined ? {} : { stableVersion: stable }),
  };
}

function aggregatorRequirements({ op, span }: AggregateExpr): readonly Requirement[] {
  const aggregator = AGGREGATORS.get(op);
  if (aggregator?.since === undefined) return [];
  const opSpan = span.end > span.start ? { start: span.start, end: span.start + op.length } : span;
  return [requirement(aggregator, opSpan)];
}

function selectorRequirements(selector: VectorSelector, context: Context): void {
  const { name, matchers, span, extended } = selector;
  if (name !== undefined && !LEGACY_METRIC.test(name) && !hasVariable(name)) context.add('quotedName', span);
  for (const matcher of matchers) if (isQuoted(matcher, context)) context.add('quotedName', matcher.span);
  if (extended !== undefined) context.add(extended, span);
  modifierRequirements(selector, context);
}

const LEGACY_METRIC = /^[A-Za-z_:][\w:]*$/;
const LEGACY_LABEL = /^[A-Za-z_]\w*$/;

function isQuoted({ label, span, variable }: Matcher, context: Context): boolean {
  if (variable === true || hasVariable(label)) return false;
  return !LEGACY_LABEL.test(label) || startsWithQuote(span, context);
}

function startsWithQuote({ start, end }: Span, { text }: Context): boolean {
  return text !== undefined && end > start && /["'`]/.test(text.charAt(start));
}

function labelRequirements(labels: readonly LabelRef[], context: Context): void {
  for (const { name, span, variable } of labels) {
    if (variable !== true && (!LEGACY_LABEL.test(name) || startsWithQuote(span, context)))
      context.add('quotedName', span);
  }
}

function modifierRequirements(
  { offset, at, span }: Pick<VectorSelector, 'offset' | 'at' | 'span'>,
  context: Context,
): void {
  if (at !== undefined) context.add('at', span);
  if (offset === undefined) return;
  if (offset.type === 'DurationLiteral' && offset.ms < 0) context.add('negativeOffset', offset.span);
  durationRequirements(offset, context);
}

function durationRequirements(duration: Duration, context: Context): void {
  switch (duration.type) {
    case 'DurationLiteral':
      if (isPlain(duration.span, context)) context.add('plainDuration', duration.span);
      break;
    case 'DurationVariable':
      break;
    case 'DurationUnary':
      context.add(
        duration.operand.type === 'DurationVariable' ? 'negativeOffset' : 'durationArithmetic',
        duration.span,
      );
      durationParts(duration.operand, context);
      break;
    case 'DurationBinary':
    case 'DurationParen':
      context.add('durationArithmetic', duration.span);
      durationParts(duration, context);
      break;
    case 'DurationCall':
      durationParts(duration, context);
      break;
    default:
      duration satisfies never;
  }
}

/** Calls within duration arithmetic. */
function durationParts(duration: Duration, context: Context): void {
  switch (duration.type) {
    case 'DurationLiteral':
    case 'DurationVariable':
      break;
    case 'DurationUnary':
      durationParts(duration.operand, context);
      break;
    case 'DurationParen':
      durationParts(duration.inner, context);
      break;
    case 'DurationBinary':
      durationParts(duration.left, context);
      durationParts(duration.right, context);
      break;
    case 'DurationCall':
      context.add(
        duration.func === 'step' ? 'durationStep' : duration.func === 'range' ? 'durationRange' : 'durationMinMax',
        duration.span,
      );
      for (const arg of duration.args) durationParts(arg, context);
      break;
    default:
      duration satisfies never;
  }
}

function isPlain({ start, end }: Span, { text }: Context): boolean {
  return text !== undefined && end > start && /^[+-]?[\d._]+$/.test(text.slice(start, end));
}

function operationRequirements({ op, matching, left, right }: BinaryExpr, context: Context): void {
  const span = { start: left.span.end, end: Math.max(right.span.start, left.span.end) };
  if (op === 'atan2') context.add('atan2', span);
  if (op === '</' || op === '>/') context.add('trim', span);
  if (matching === undefined) return;
  if (matching.fillLeft !== undefined || matching.fillRight !== undefined) context.add('fill', span);
  labelRequirements(matching.labels, context);
  labelRequirements(matching.include, context);
}
