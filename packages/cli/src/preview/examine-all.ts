import type { ProjectState } from '@binnacle/preview';
import { examine } from '../examine.ts';
import { presentable } from '../findings.ts';

/** A state without findings, with those that there are. Nothing is remembered. */
export function examineAll(state: ProjectState, root: string): ProjectState {
  const memo = { scope: () => ({ get: () => undefined, set: () => undefined }), save: () => undefined };
  const { findings } = examine(state.resources, [state.environment], memo);
  return { ...state, findings: presentable(findings, root) };
}
