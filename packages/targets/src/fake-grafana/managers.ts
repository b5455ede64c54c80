import { failure, type Answer } from './answer.ts';
import { FOLDER, type Organisation } from './organisation.ts';

type Annotations = Readonly<Record<string, string>>;

interface Manager {
  readonly kind: string;
  readonly id: string;
}

/** The manager that annotations name; one without an identity does not count. */
export function managerIn(annotations: Annotations): Manager | undefined {
  const { 'grafana.app/managedBy': kind, 'grafana.app/managerId': id } = annotations;
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

/** Why a change of manager is refused: nobody takes over in one step what another tool manages. */
export function managerRefusal(
  before: Annotations | undefined,
  after: Annotations,
  { folders }: Organisation,
): Answer | undefined {
  const [old, next] = [managerIn(before ?? {}), managerIn(after)];
  if (old?.kind === 'repo') {
    return failure(403, `this resource is managed by a repository (repo:${old.id}): change it there`);
  }
  if (old !== undefined && next !== undefined) {
    if (old.kind !== next.kind) {
      return failure(
        403,
        `Cannot change resource manager kind from ${old.kind} to ${next.kind}; remove the existing manager first`,
      );
    }
    if (old.id !== next.id && old.kind !== 'terraform') {
      return failure(
        403,
        'Cannot change resource manager identity; remove the existing manager first, then add the new one',
      );
    }
  }
  const around = managerIn(folders.get(after[FOLDER] ?? '')?.metadata.annotations ?? {});
  if (around?.kind === 'repo' && (next?.kind !== 'repo' || next.id !== around.id)) {
    const own = next === undefined ? ':' : `${next.kind}:${next.id}`;
    return failure(403, `resource manager (${own}) does not match folder manager (repo:${around.id})`);
  }
  return undefined;
}
