import { type Diagnostic, type Environment, type Resource, resolver } from '@binnacle/model';
import type { ProjectState } from '@binnacle/preview';
import { presentable } from '../findings.ts';
import type { ReadProject } from './message.ts';

/** Makes states of what is read again and again, of which most is the same each time. */
export interface Assembler {
  /** Digests of the resources it has. */
  readonly known: () => readonly string[];
  readonly state: (read: ReadProject) => ProjectState;
}

interface Concrete {
  readonly resource: Resource;
  readonly diagnostics: readonly Diagnostic[];
}

/** An assembler that keeps the resources of the last state, and what they are in their environment. */
export function createAssembler(): Assembler {
  let resources = new Map<string, Resource>();
  let concrete = new Map<Resource, Concrete>();
  /** What resolution depends on besides the resource. */
  let context = '';

  function wholes({ own }: ReadProject): readonly Resource[] {
    const next = new Map<string, Resource>();
    const all = own.map(({ digest, resource }) => {
      const whole = resource ?? (digest === undefined ? undefined : resources.get(digest));
      if (whole === undefined) throw new Error(`a resource was left out that is not known: ${digest}`);
      if (digest !== undefined) next.set(digest, whole);
      return whole;
    });
    resources = next;
    return all;
  }

  function resolved(all: readonly Resource[], environment: Environment): readonly Concrete[] {
    const { resolved: resolveOne, derived, context: others } = resolver(all, environment);
    const now = JSON.stringify([environment, others]);
    const before = now === context ? concrete : new Map<Resource, Concrete>();
    context = now;
    concrete = new Map(all.map((resource) => [resource, before.get(resource) ?? resolveOne(resource)]));
    return [...concrete.values(), ...derived.map((resource) => ({ resource, diagnostics: [] }))];
  }

  return {
    known: () => [...resources.keys()],
    state(read) {
      const { name, environment, environments, root, beside, findings } = read;
      const made = resolved(wholes(read), environment);
      return {
        name,
        environment,
        environments,
        root,
        // A file names datasources of the Grafana it comes from.
        resources: [...made.map(({ resource }) => resource), ...beside],
        beside,
        findings: presentable([...findings, ...made.flatMap(({ diagnostics }) => diagnostics)], root),
      };
    },
  };
}
