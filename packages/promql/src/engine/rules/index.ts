export type { Alert } from './alert-state.ts';
export type { AlertRule, RecordingRule, RuleGroup } from './group.ts';
export {
  replay,
  type GroupEvaluation,
  type Replay,
  type ReplayOptions,
  type RuleEvaluation,
  type Transition,
} from './replay.ts';
export type { RestoreOptions } from './restore.ts';
export type { ActiveAlert } from './unit-test/alerts.ts';
export {
  runUnitTest,
  type AlertExpectation,
  type QueryExpectation,
  type UnitTest,
  type UnitTestProblem,
} from './unit-test/unit-test.ts';
