import type { Duration } from './ast.ts';
import { printDuration } from './duration.ts';
import { formatNumber, shiftPoint } from './number.ts';
import { precedenceOf, SIGN_PRECEDENCE } from './precedence.ts';

/** A duration after `offset`, in parentheses where arithmetic needs them. */
export function printOffset(offset: Duration): string {
  const text = printDurationExpr(offset);
  return isArithmetic(offset) && !startsWithParen(offset) ? `(${text})` : text;
}

/** Prometheus reads arithmetic after `offset` only from a parenthesis on. */
function isArithmetic(duration: Duration): boolean {
  return duration.type === 'DurationBinary' || (duration.type === 'DurationUnary' && isArithmetic(duration.operand));
}

/** Whether an offset begins with a parenthesis, after which Prometheus takes operators for a part of it. */
export function startsWithParen(duration: Duration): boolean {
  let first = duration;
  while (first.type === 'DurationBinary') first = first.left;
  return first.type === 'DurationParen';
}

/** Duration arithmetic as it stands in brackets. */
export function printDurationExpr(duration: Duration): string {
  switch (duration.type) {
    case 'DurationLiteral':
      return printDurationLiteral(duration.ms, duration.plain === true);
    case 'DurationVariable':
      return duration.text;
    case 'DurationParen':
      return `(${printDurationExpr(duration.inner)})`;
    case 'DurationUnary': {
      const operand = printDurationOperand(
        duration.operand,
        SIGN_PRECEDENCE + 1,
        duration.operand.type === 'DurationUnary',
      );
      return duration.op + operand;
    }
    case 'DurationCall':
      return `${duration.func}(${duration.args.map(printDurationExpr).join(', ')})`;
    case 'DurationBinary': {
      const precedence = precedenceOf(duration.op);
      const power = duration.op === '^';
      const left = printDurationOperand(duration.left, power ? 7 : precedence);
      const right = printDurationOperand(duration.right, power ? 6 : precedence + 1, true);
      return `${left} ${duration.op} ${right}`;
    }
    default:
      return duration satisfies never;
  }
}

function printDurationOperand(duration: Duration, minimum: number, right = false): string {
  const text = printDurationExpr(duration);
  const sign = duration.type === 'DurationUnary' || (duration.type === 'DurationLiteral' && duration.ms < 0);
  const loose = duration.type === 'DurationBinary' && precedenceOf(duration.op) < minimum;
  return loose || (sign && minimum > SIGN_PRECEDENCE && !right) ? `(${text})` : text;
}

function printDurationLiteral(ms: number, plain: boolean): string {
  if (!plain && Number.isInteger(ms)) return printDuration(ms);
  return Number.isFinite(ms) ? shiftPoint(formatNumber(ms), -3) : formatNumber(ms);
}
