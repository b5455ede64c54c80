import { didYouMean, type Environment } from '@binnacle/model';
import type { Emission, FileTarget } from '@binnacle/targets';
import type { ResolvedEnvironment } from './examine.ts';
import { ExpectedError } from './expected.ts';

/** What one target makes for one environment. */
export interface EnvironmentEmission extends Emission {
  readonly environment: string;
  readonly target: string;
}

/** The targets an environment asks for. Throws an expected error for one that there is not. */
function wanted(all: readonly FileTarget[], { name, targets }: Environment): readonly FileTarget[] {
  if (targets === undefined) return all;
  const known = all.map(({ id }) => id);
  for (const id of targets) {
    if (known.includes(id)) continue;
    throw new ExpectedError(`environments.${name}.targets: there is no target '${id}'`, didYouMean(id, known));
  }
  return all.filter(({ id }) => targets.includes(id));
}

/** Lets signals be heard between two stretches of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What the targets make of resolved resources, one target of one environment at a time; `onTarget` is told each beforehand. */
export async function* emissions(
  resolved: readonly ResolvedEnvironment[],
  onTarget: (name: string) => void,
): AsyncGenerator<EnvironmentEmission> {
  const { targets } = await import('@binnacle/targets');
  for (const { environment, resources } of resolved) {
    for (const target of wanted(targets, environment)) {
      onTarget(`${environment.name}/${target.id}`);
      yield { environment: environment.name, target: target.id, ...target.emit(resources, environment) };
      await breathe();
    }
  }
}
