import { readFileSync } from 'node:fs';
import { isRecord } from '@binnacle/model';
import { forges, type RequestHead } from '@binnacle/targets';
import type { ReadSurroundings, Since, Surroundings } from './surroundings.ts';

/** GitHub refuses the summary of a step above 1 MiB; a margin for what other steps of the action may say. */
const SUMMARY_BYTES = 1_000_000;
/** What a push that makes a branch gives as the commit before. */
const NO_COMMIT = /^0*$/;

function readEvent(path: string | undefined): Readonly<Record<string, unknown>> {
  if (path === undefined || path === '') return {};
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(event) ? event : {};
  } catch {
    return {};
  }
}

/** The value at the end of a path of keys. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function sinceOf(event: Readonly<Record<string, unknown>>): Since | undefined {
  const request = event['pull_request'] ?? event['merge_group'];
  const commit = text(at(request, 'base', 'sha')) ?? text(at(request, 'base_sha'));
  if (commit !== undefined) {
    const branch = text(at(request, 'base', 'ref')) ?? text(at(request, 'base_ref')) ?? commit;
    const head = text(at(request, 'head', 'sha')) ?? text(at(request, 'head_sha'));
    const name = branch.replace(/^refs\/heads\//, '');
    return { kind: 'request', branch: name, commit, ...(head !== undefined && { head }) };
  }
  const before = text(event['before']);
  return before === undefined || NO_COMMIT.test(before) ? undefined : { kind: 'before', commit: before };
}

/** Whose pull request started the run that this one follows. Of the event itself, which nobody can forge. */
function headOf(event: Readonly<Record<string, unknown>>): RequestHead | undefined {
  const run = event['workflow_run'];
  const [owner, branch] = [text(at(run, 'head_repository', 'owner', 'login')), text(at(run, 'head_branch'))];
  const commit = text(at(run, 'head_sha'));
  if (at(run, 'event') !== 'pull_request' || owner === undefined || branch === undefined || commit === undefined) {
    return undefined;
  }
  return { owner, branch, commit };
}

function forgeOf(env: NodeJS.ProcessEnv): Surroundings['forge'] {
  const { GITHUB_TOKEN: token = '', GITHUB_REPOSITORY: repository = '', GITHUB_API_URL: url } = env;
  if (token === '') return 'there is no GITHUB_TOKEN';
  return async ({ onWait }) => {
    const github = await forges.github();
    return github({ url: url ?? 'https://api.github.com', repository, token, onWait });
  };
}

/** GitHub Actions: its variables, and the event that started the run. */
export const github: ReadSurroundings = (env) => {
  if (env['GITHUB_ACTIONS'] !== 'true') return undefined;
  const event = readEvent(env['GITHUB_EVENT_PATH']);
  const number = at(event['pull_request'], 'number');
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const [summary, outputFile] = [text(env['GITHUB_STEP_SUMMARY']), text(env['GITHUB_OUTPUT'])];
  const [since, head] = [sinceOf(event), headOf(event)];
  return {
    name: 'GitHub Actions',
    annotations: 'github',
    forge: forgeOf(env),
    ...(since !== undefined && { since }),
    ...(typeof number === 'number' && { request: number }),
    ...(head !== undefined && { head }),
    ...(repository !== undefined && run !== undefined && { runUrl: `${server}/${repository}/actions/runs/${run}` }),
    ...(summary !== undefined && { summary: { file: summary, bytes: SUMMARY_BYTES } }),
    ...(outputFile !== undefined && { outputFile }),
  };
};
