import type { Duration } from '../../ast.ts';
import { MAX_DURATION_MS } from '../../duration.ts';
import { fail, unsupported } from './failure.ts';
import type { Query } from './query.ts';

/** Milliseconds of a duration, its arithmetic done. A range or step must come out longer than zero. */
export function milliseconds(query: Query, duration: Duration, what: 'range' | 'step' | 'offset'): number {
  if (duration.type === 'DurationLiteral') return duration.ms;
  const seconds = inSeconds(query, duration);
  const ms = Math.trunc(seconds * 1000);
  if (Number.isNaN(seconds) || Math.abs(seconds * 1000) > MAX_DURATION_MS) {
    fail('duration is out of range', duration.span);
  }
  if (what !== 'offset' && ms <= 0) fail('duration must be greater than 0', duration.span);
  return ms;
}

function inSeconds(query: Query, duration: Duration): number {
  switch (duration.type) {
    case 'DurationLiteral':
      return duration.ms / 1000;
    case 'DurationVariable':
      return unsupported(`${duration.text} is a Grafana variable, which needs a value`, duration.span);
    case 'DurationParen':
      return inSeconds(query, duration.inner);
    case 'DurationUnary': {
      const value = inSeconds(query, duration.operand);
      return duration.op === '-' ? -value : value;
    }
    case 'DurationCall': {
      const args = duration.args.map((arg) => inSeconds(query, arg));
      if (duration.func === 'step') return query.step / 1000;
      if (duration.func === 'range') return (query.end - query.start) / 1000;
      return duration.func === 'min_of' ? Math.min(...args) : Math.max(...args);
    }
    case 'DurationBinary': {
      const left = inSeconds(query, duration.left);
      const right = inSeconds(query, duration.right);
      if (right === 0 && duration.op === '/') fail('division by zero', duration.span);
      if (right === 0 && duration.op === '%') fail('modulo by zero', duration.span);
      return arithmetic(duration.op, left, right);
    }
    default:
      return duration satisfies never;
  }
}

function arithmetic(op: '+' | '-' | '*' | '/' | '%' | '^', left: number, right: number): number {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '^':
      return left ** right;
    default:
      return op satisfies never;
  }
}
