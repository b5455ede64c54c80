import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { surroundings } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'binnacle-event-'));
afterAll(() => rmSync(folder, { recursive: true }));

function github(event: unknown, env: NodeJS.ProcessEnv = {}) {
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(event));
  return surroundings({
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: file,
    GITHUB_REPOSITORY: 'shop/dashboards',
    ...env,
  });
}

describe('GitHub Actions', () => {
  test('a pull request: its number, and the branch it goes into', () => {
    const { request, since } = github({
      pull_request: { number: 5, base: { sha: 'b1', ref: 'main' }, head: { sha: 'h1' } },
    });
    expect({ request, since }).toEqual({
      request: 5,
      since: { kind: 'request', branch: 'main', commit: 'b1', head: 'h1' },
    });
  });

  test('a merge queue compares with where it goes', () => {
    const { since } = github({ merge_group: { base_sha: 'b1', base_ref: 'refs/heads/main', head_sha: 'h1' } });
    expect(since).toEqual({ kind: 'request', branch: 'main', commit: 'b1', head: 'h1' });
  });

  test('a push: what was there before, unless it makes the branch', () => {
    expect(github({ before: 'b1' }).since).toEqual({ kind: 'before', commit: 'b1' });
    expect(github({ before: '0'.repeat(40) }).since).toBeUndefined();
  });

  test('a run that follows one of a pull request knows whose it was', () => {
    const run = { head_repository: { owner: { login: 'ann' } }, head_branch: 'panels', head_sha: 'h1' };
    expect(github({ workflow_run: { ...run, event: 'pull_request' } }).head).toEqual({
      owner: 'ann',
      branch: 'panels',
      commit: 'h1',
    });
    expect(github({ workflow_run: { ...run, event: 'push' } }).head).toBeUndefined();
  });

  test('the page of the run, where outputs and the summary go, and why nothing can be posted', () => {
    const found = github({}, { GITHUB_RUN_ID: '7', GITHUB_OUTPUT: 'out', GITHUB_STEP_SUMMARY: 'summary' });
    expect(found).toMatchObject({
      runUrl: 'https://github.com/shop/dashboards/actions/runs/7',
      outputFile: 'out',
      summary: { file: 'summary' },
      forge: 'there is no GITHUB_TOKEN',
    });
  });

  test('an event that cannot be read is none', () => {
    const found = surroundings({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(folder, 'missing.json') });
    expect(found).toMatchObject({ name: 'GitHub Actions', annotations: 'github' });
    expect(found.since).toBeUndefined();
  });
});

test('GitLab CI: a merge request, and a push', () => {
  const request = surroundings({
    GITLAB_CI: 'true',
    CI_MERGE_REQUEST_IID: '12',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: 'b1',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_JOB_URL: 'https://gitlab.example.com/jobs/1',
  });
  expect(request).toMatchObject({
    name: 'GitLab CI',
    request: 12,
    since: { kind: 'request', branch: 'main', commit: 'b1' },
    runUrl: 'https://gitlab.example.com/jobs/1',
  });
  const push = surroundings({ GITLAB_CI: 'true', CI_COMMIT_BEFORE_SHA: 'b0' });
  expect(push.since).toEqual({ kind: 'before', commit: 'b0' });
  expect(push.request).toBeUndefined();
});

test('elsewhere nothing is posted', () => {
  expect(surroundings({}).forge).toBe('this is neither GitHub Actions nor GitLab CI');
});
