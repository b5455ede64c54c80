import { forges } from '@binnacle/targets';
import type { ReadSurroundings, Since, Surroundings } from './surroundings.ts';

function sinceOf(env: NodeJS.ProcessEnv): Since | undefined {
  const commit = env['CI_MERGE_REQUEST_DIFF_BASE_SHA'];
  if (commit !== undefined && commit !== '') {
    return { kind: 'request', branch: env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] ?? commit, commit };
  }
  const before = env['CI_COMMIT_BEFORE_SHA'] ?? '';
  return /^0*$/.test(before) ? undefined : { kind: 'before', commit: before };
}

function forgeOf(env: NodeJS.ProcessEnv): Surroundings['forge'] {
  const { GITLAB_TOKEN: token = '', CI_API_V4_URL: url = '', CI_PROJECT_ID: project = '' } = env;
  if (token === '') return 'there is no GITLAB_TOKEN: a project access token with the scope api';
  return async ({ onWait }) => (await forges.gitlab())({ url, project, token, onWait });
}

/** GitLab CI: its variables. */
export const gitlab: ReadSurroundings = (env) => {
  if (env['GITLAB_CI'] !== 'true') return undefined;
  const request = Number(env['CI_MERGE_REQUEST_IID'] ?? '');
  const [since, runUrl] = [sinceOf(env), env['CI_JOB_URL']];
  return {
    name: 'GitLab CI',
    forge: forgeOf(env),
    ...(since !== undefined && { since }),
    ...(request > 0 && { request }),
    ...(runUrl !== undefined && { runUrl }),
  };
};
