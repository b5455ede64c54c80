import { beforeEach, describe, expect, test } from 'vitest';
import { type Ask, startFake } from '../fixtures/ask-grafana.ts';
import { containing } from '../fixtures/matching.ts';

const FOLDERS = '/apis/folder.grafana.app/v1/namespaces/default/folders';
const GROUP = '/api/v1/provisioning/folder/f/rule-groups/g';

const rule = (title: string, over: object = {}) => ({
  title,
  condition: 'A',
  data: [{ refId: 'A', datasourceUid: 'prom-1', model: { refId: 'A', expr: 'up' } }],
  noDataState: 'OK',
  execErrState: 'Error',
  for: '90s',
  ...over,
});
const group = (...rules: object[]) => ({ title: 'g', folderUid: 'f', interval: 60, rules });

describe('alert rules', () => {
  let ask: Ask;
  let url: string;
  beforeEach(async () => {
    const started = await startFake();
    ask = started.ask;
    url = started.fake.url;
    await ask('POST', FOLDERS, { metadata: { name: 'f' }, spec: { title: 'F' } });
  });

  test('a group is replaced whole, and filled in', async () => {
    expect(await ask('GET', GROUP)).toEqual({ status: 404, json: undefined, text: '' });
    expect((await ask('PUT', GROUP, group(rule('One'), rule('Two')))).status).toBe(200);
    await ask('PUT', GROUP, group(rule('Two')));
    expect((await ask('GET', GROUP)).json).toMatchObject({
      interval: 60,
      rules: [
        {
          title: 'Two',
          for: '1m30s',
          provenance: 'api',
          isPaused: false,
          data: [{ model: { intervalMs: 1000, maxDataPoints: 43_200 } }],
        },
      ],
    });
    expect((await ask('DELETE', GROUP)).status).toBe(204);
  });

  test('a dry run is none', async () => {
    await ask('PUT', `${GROUP}?dryRun=All`, group(rule('One')));
    expect((await ask('GET', GROUP)).status).toBe(200);
  });

  test.each([
    ['a folder that is not there', GROUP.replace('/f/', '/x/'), group(rule('One')), 400, 'folder does not exist'],
    [
      'an interval between the beats',
      GROUP,
      { ...group(rule('One')), interval: 15 },
      400,
      'divided exactly by scheduler interval: 10',
    ],
    ['two of a title', GROUP, group(rule('One'), rule('One')), 400, 'should be unique'],
    ['a condition that is not there', GROUP, group(rule('One', { condition: 'B' })), 400, 'condition B does not exist'],
  ])('%s', async (_name, path, body, status, message) => {
    expect(await ask('PUT', path, body)).toMatchObject({
      status,
      json: { message: containing(message), traceID: '' },
    });
    expect((await ask('GET', GROUP)).status).toBe(404);
  });

  test('one rule: found, replaced, deleted, and an empty 404', async () => {
    await ask('PUT', GROUP, group(rule('One', { uid: 'one' })));
    const path = '/api/v1/provisioning/alert-rules/one';
    expect((await ask('PUT', path, rule('One', { for: '2m' }))).json).toMatchObject({ for: '2m', uid: 'one' });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('DELETE', path)).status).toBe(204);
    expect(await ask('GET', path)).toEqual({ status: 404, json: undefined, text: '' });
  });

  test('whose provenance is another is not changed', async () => {
    await ask('PUT', GROUP, group(rule('One')));
    const headers = { authorization: 'Bearer test-token', 'x-disable-provenance': 'true' };
    const answered = await fetch(`${url}${GROUP}`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(group(rule('One'))),
    });
    expect([answered.status, await answered.text()]).toEqual([
      403,
      containing("cannot change provenance from 'api' to ''"),
    ]);
  });

  test('Prometheus’s groups are converted in the folder of their title, and given back as they were', async () => {
    const path = '/api/convert/prometheus/config/v1/rules/F';
    const prometheus = { name: 'g', interval: '1m', rules: [{ alert: 'Down', expr: 'up == 0 # why', for: '90s' }] };
    expect((await ask('POST', path, prometheus)).json).toEqual({ status: 'success' });
    expect((await ask('GET', `${path}/g`)).text).toContain('expr: "up == 0 # why"');
    expect((await ask('GET', GROUP)).json).toMatchObject({ rules: [{ title: 'Down', for: '1m30s' }] });
    expect((await ask('DELETE', `${path}/g`)).status).toBe(202);
    await ask('PUT', GROUP, group(rule('One')));
    expect((await ask('POST', path, prometheus)).status).toBe(409);
  });

  test('conversion needs a datasource', async () => {
    const init = { method: 'POST', headers: { authorization: 'Bearer test-token' }, body: '{"name":"g","rules":[]}' };
    const answered = await fetch(`${url}/api/convert/prometheus/config/v1/rules/F`, init);
    expect(await answered.json()).toMatchObject({ messageId: 'alerting.datasourceUIDHeaderMissing', statusCode: 400 });
  });
});
