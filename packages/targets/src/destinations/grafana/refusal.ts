import { TargetError } from '../../target-error.ts';

/** What Grafana's refusals mean and what to do about them, by what is in their words. */
const MEANINGS: readonly { readonly words: RegExp; readonly isConflict: boolean; readonly fix: string }[] = [
  {
    words: /provenance/i,
    isConflict: true,
    fix: 'it was made with other rights to edit: set `allowEdits` back, or delete it in Grafana and push again',
  },
  {
    words: /used by a notification policy/i,
    isConflict: false,
    fix: 'a policy that is not of this project names it: change that first, or keep it in code',
  },
  {
    words: /not empty/i,
    isConflict: false,
    fix: 'what is left in it is not of this project: move or delete that, or keep the folder in code',
  },
  {
    words: /resource manager|manager identity|managed by|manager kind|provisioned dashboard|folder manager/i,
    isConflict: true,
    fix: 'release it there first (remove it from the Terraform state, the repository or the provisioning folder)',
  },
  {
    words: /maximum.* depth/i,
    isConflict: false,
    fix: 'nest fewer folders, or raise max_nested_folder_depth on the server',
  },
  {
    words: /unknown field/i,
    isConflict: false,
    fix: 'this Grafana is older than what the dashboard uses: update it, or leave the field out',
  },
];

/** The refusal with what it means for the user; Grafana's own words stay. */
export function explained(error: unknown): unknown {
  if (!(error instanceof TargetError)) return error;
  const meaning = MEANINGS.find(({ words }) => words.test(error.message));
  if (meaning === undefined) return error;
  return new TargetError(meaning.isConflict ? 'conflict' : error.refusal, error.message, {
    fix: meaning.fix,
    ...(error.status !== undefined && { status: error.status }),
  });
}
