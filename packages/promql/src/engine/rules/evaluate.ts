import type { EvaluationOptions } from '../options.ts';
import type { RenderOptions } from '../../template/render.ts';
import type { Storage } from '../storage.ts';
import { alertSeries, foundAlerts, isActive, templateSample } from './alert.ts';
import { type Alerts, nextAlerts } from './alert-state.ts';
import type { PreparedGroup, PreparedRule } from './prepare.ts';
import { ruleSamples } from './query.ts';
import { recorded } from './record.ts';
import { restoreAlerts, type RestoreOptions } from './restore.ts';
import type { RuleSample, RuleSeriesWriter, Written } from './series.ts';

/** What surrounds the rules: engine, server and storage. */
export interface World {
  readonly storage: Storage;
  readonly engine: EvaluationOptions;
  readonly server: Pick<RenderOptions, 'externalLabels' | 'externalURL' | 'pathPrefix'>;
}

/** What one evaluation of a rule did. */
export interface RuleOutcome {
  readonly rule: PreparedRule;
  /** Why the rule failed, in Prometheus's words where it has some. */
  readonly error: string | undefined;
  /** Samples it made. */
  readonly samples: number;
  /** Alerts of the rule before and after; empty for a recording rule. */
  readonly before: Alerts;
  readonly after: Alerts;
}

interface RuleState {
  readonly rule: PreparedRule;
  alerts: Alerts;
  written: Written;
  /** Only then are `ALERTS` and `ALERTS_FOR_STATE` written. */
  restored: boolean;
}

const NO_ALERTS: Alerts = new Map();

/** Evaluates a group again and again, keeping its alerts and the series its rules made. */
export function createGroupEvaluator(
  group: PreparedGroup,
  world: World,
  { writer, restore }: { readonly writer: RuleSeriesWriter; readonly restore?: RestoreOptions },
) {
  const { storage, engine, server } = world;
  const states = group.rules.map((rule): RuleState => ({
    rule,
    alerts: NO_ALERTS,
    written: new Map(),
    restored: restore === undefined,
  }));
  let evaluations = 0;

  /** Samples that the rule makes at a time, or why it makes none. Alerts of the state are those after the evaluation. */
  function results(state: RuleState, time: number): readonly RuleSample[] | string {
    const { rule } = state;
    const found = ruleSamples(rule.expr, storage, { ...engine, time: time - group.queryOffset });
    if (typeof found === 'string') return found;
    if (rule.kind === 'record') return recorded(found, rule, group.limit);
    const rendered = foundAlerts(found, rule, {
      ...server,
      now: time,
      query(promql) {
        const answer = ruleSamples(promql, storage, { ...engine, time });
        return typeof answer === 'string' ? { error: answer } : answer.map(templateSample);
      },
    });
    if (typeof rendered === 'string') return rendered;
    state.alerts = nextAlerts(state.alerts, rendered, { time, hold: rule.hold, keepFiring: rule.keepFiring });
    const count = [...state.alerts.values()].filter(isActive).length;
    if (group.limit > 0 && count > group.limit) {
      state.alerts = NO_ALERTS;
      return `exceeded limit of ${group.limit} with ${count} alerts`;
    }
    return state.restored ? alertSeries(state.alerts, rule) : [];
  }

  function evaluateRule(state: RuleState, time: number): RuleOutcome {
    const before = state.alerts;
    const samples = results(state, time);
    const { rule, alerts: after } = state;
    // A rule that fails keeps its series: they end when it no longer makes them.
    if (typeof samples === 'string') return { rule, error: samples, samples: 0, before, after };
    const { written, refused } = writer.write(samples, time - group.queryOffset, state.written);
    state.written = written;
    return { rule, error: refused, samples: samples.length, before, after };
  }

  return {
    group,
    evaluate(time: number): readonly RuleOutcome[] {
      const outcomes = states.map((state) => evaluateRule(state, time));
      evaluations += 1;
      // The first evaluation after a start may lack what other groups record.
      if (restore !== undefined && evaluations === 2) {
        for (const state of states) {
          if (state.rule.kind === 'alert') {
            state.alerts = restoreAlerts(state.alerts, state.rule, { ...restore, storage, time });
          }
          state.restored = true;
        }
      }
      return outcomes;
    },
  };
}
