import { isService } from '@binnacle/model';
import { hashOf, unitAt } from '../sample/random.ts';
import { hexOf, operationOf, type Trace, type Traces } from './sample-traces.ts';

/** A part of a trace; `start` and `duration` are milliseconds. */
export interface Span {
  readonly id: string;
  /** Empty for the first. */
  readonly parent: string;
  readonly service: string;
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  readonly status: 'ok' | 'error';
}

/** What every service does besides asking others. */
const STEPS = ['authenticate', 'query the database', 'encode the answer'];
/** Services that a service is seen to ask, and how far that goes. */
const MOST_ASKED = 4;
const DEEPEST = 3;

interface Step {
  readonly service: string;
  readonly name: string;
  readonly asks: boolean;
}

function stepsOf(service: string, needs: readonly string[], seed: number): readonly Step[] {
  const [first = '', ...rest] = STEPS;
  const own = (name: string): Step => ({ service, name, asks: false });
  const asked = needs.slice(0, MOST_ASKED).map((need): Step => {
    return { service: need, name: operationOf(hashOf(need, seed)), asks: true };
  });
  return [own(first), ...asked, ...rest.map(own)];
}

/** The spans of a trace, the first of which spans it: what the service does, and what those it depends on do for it. */
export function spansOf(trace: Trace, { resources }: Traces): readonly Span[] {
  const needs = new Map(
    resources
      .filter(isService)
      .map(({ metadata, spec }): [string, readonly string[]] => [metadata.name, spec.dependsOn]),
  );
  const below = (parent: Span, depth: number): readonly Span[] => {
    const seed = hashOf(parent.id);
    const steps = stepsOf(parent.service, depth < DEEPEST ? (needs.get(parent.service) ?? []) : [], seed);
    const weights = steps.map(({ asks }, i) => (asks ? 3 : 1) * (0.3 + unitAt(seed, i)));
    // What is left over is the parent's own time, before its steps and after them.
    const share = (0.9 * parent.duration) / weights.reduce((sum, weight) => sum + weight, 0);
    let start = parent.start + 0.05 * parent.duration;
    return steps.flatMap(({ service, name, asks }, i) => {
      const duration = share * (weights[i] ?? 0);
      const failed = parent.status === 'error' && i === 1;
      const id = hexOf(hashOf(`${parent.id} ${i}`)) + hexOf(hashOf(`${i} ${parent.id}`));
      const span: Span = { id, parent: parent.id, service, name, start, duration, status: failed ? 'error' : 'ok' };
      start += duration;
      return asks ? [span, ...below(span, depth + 1)] : [span];
    });
  };
  const { service, name, start, duration, status } = trace;
  const root: Span = { id: trace.id.slice(16), parent: '', service, name, start, duration, status };
  return [root, ...below(root, 1)];
}
