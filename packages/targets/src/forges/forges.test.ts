import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeGithub, fakeGitlab, type FakeForge } from '../fixtures/fake-forge.ts';
import type { Forge } from './forge.ts';
import { github } from './github/github.ts';
import { gitlab } from './gitlab/gitlab.ts';

const FORGES: readonly [string, () => Promise<FakeForge>, (fake: FakeForge, token?: string) => Forge][] = [
  ['github', fakeGithub, ({ url }, token = 'gh-token') => github({ url, repository: 'shop/dashboards', token })],
  ['gitlab', fakeGitlab, ({ url }, token = 'gl-token') => gitlab({ url, project: '7', token })],
];

describe.each(FORGES)('%s', (name, open, connect) => {
  let fake: FakeForge;
  let forge: Forge;
  beforeEach(async () => {
    fake = await open();
    forge = connect(fake);
  });
  afterEach(async () => {
    await forge.close();
    await fake.close();
  });
  const comment = (body: string, key = 'production') => forge.comment({ key, request: 5, body });
  const bodies = () => fake.entries.map(({ body, state }) => `${state} ${body.trim().split('\n').at(-1) ?? ''}`);

  test('a comment is made once, changed in place, and left alone when it says the same', async () => {
    expect((await comment('first'))?.result).toBe('created');
    expect((await comment('second'))?.result).toBe('updated');
    expect((await comment('second'))?.result).toBe('unchanged');
    expect(bodies()).toEqual(['open second']);
  });

  test('a comment that is only to be updated is not made', async () => {
    const wanted = { key: 'production', request: 5, body: 'nothing', onlyUpdate: true };
    expect(await forge.comment(wanted)).toBeUndefined();
    await comment('something');
    expect((await forge.comment(wanted))?.result).toBe('updated');
    expect(bodies()).toEqual(['open nothing']);
  });

  test('two keys are two comments, and one of them is found behind many others', async () => {
    for (let i = 0; i < 120; i += 1) {
      fake.entries.push({
        id: i + 101,
        number: i + 1,
        thread: name === 'github' ? 'comments 5' : 'merge_requests 5',
        body: `talk ${i}`,
        state: 'open',
      });
    }
    await comment('a', 'dev');
    await comment('b', 'prod');
    expect((await comment('c', 'dev'))?.result).toBe('updated');
    expect(bodies().slice(-2)).toEqual(['open c', 'open b']);
  });

  test('somebody quoting the marker is not taken for our comment', async () => {
    await comment('ours');
    const [ours] = fake.entries;
    if (ours === undefined) throw new Error('there is a comment');
    ours.body = `> ${ours.body}`;
    expect((await comment('again'))?.result).toBe('created');
  });

  test('an issue is opened, updated, closed, and opened anew', async () => {
    const issue = (body: string) => forge.issue({ key: 'drift', title: 'Drift', body, labels: ['drift'] });
    expect((await issue('one')).result).toBe('created');
    expect((await issue('two')).result).toBe('updated');
    expect((await issue('two')).result).toBe('unchanged');
    expect((await forge.closeIssue('drift', 'gone'))?.result).toBe('closed');
    expect(await forge.closeIssue('drift', 'gone')).toBeUndefined();
    expect((await issue('three')).result).toBe('created');
  });

  test('what was made is found again when its answer was lost, and nothing is made twice', async () => {
    fake.fault = (method) => (method === 'POST' ? 'after' : undefined);
    expect((await comment('x'))?.result).toBe('created');
    expect((await forge.issue({ key: 'drift', title: 'Drift', body: 'x', labels: [] })).result).toBe('created');
    expect(fake.entries).toHaveLength(2);
  });

  test('what was not made is sent once more, and no oftener', async () => {
    let posts = 0;
    fake.fault = (method) => {
      if (method !== 'POST') return undefined;
      posts += 1;
      return 'before';
    };
    await expect(comment('x')).rejects.toMatchObject({ refusal: 'unavailable' });
    expect(posts).toBe(2);
  });

  test('a wrong token is said in the forge’s words', async () => {
    const stranger = connect(fake, 'stolen');
    await expect(stranger.comment({ key: 'a', request: 5, body: 'x' })).rejects.toThrow('Bad credentials');
    await stranger.close();
  });
});

test('a token without the right: which permission the job needs', async () => {
  const fake = await fakeGithub();
  const forge = github({ url: fake.url, repository: 'shop/dashboards', token: 'gh-token' });
  fake.fault = (method) => (method === 'POST' ? 403 : undefined);
  await expect(forge.comment({ key: 'a', request: 5, body: 'x' })).rejects.toMatchObject({
    message: 'GitHub: Resource not accessible by integration',
    fix: 'give the job `permissions: pull-requests: write`; pull requests from forks never get it',
  });
  await forge.close();
  await fake.close();
});

test('the pull request of a branch of a fork is found by where it stands, and not when it moved on', async () => {
  const fake = await fakeGithub();
  const forge = github({ url: fake.url, repository: 'shop/dashboards', token: 'gh-token' });
  fake.pulls['ann:panels'] = [
    { number: 7, sha: 'aaa' },
    { number: 9, sha: 'bbb' },
  ];
  const of = (commit: string, branch = 'panels') => forge.requestOf?.({ owner: 'ann', branch, commit });
  expect(await of('bbb')).toBe(9);
  expect(await of('ccc')).toBeUndefined();
  expect(await of('aaa', 'other')).toBeUndefined();
  await forge.close();
  await fake.close();
});
