import { expect, test } from 'vitest';
import { startFake } from '../fixtures/ask-grafana.ts';

test('datasources: listed, made, changed in their version, read-only ones not', async () => {
  const { ask } = await startFake({ datasources: [{ uid: 'file', name: 'File', type: 'prometheus', readOnly: true }] });
  expect((await ask('POST', '/api/datasources', { uid: 'a', name: 'A', type: 'loki' })).json).toMatchObject({
    message: 'Datasource added',
  });
  expect((await ask('POST', '/api/datasources', { uid: 'b', name: 'A' })).status).toBe(409);
  expect(JSON.parse((await ask('GET', '/api/datasources')).text)).toMatchObject([{ uid: 'file' }, { uid: 'a' }]);
  expect((await ask('PUT', '/api/datasources/uid/a', { name: 'A', version: 7 })).status).toBe(409);
  expect((await ask('PUT', '/api/datasources/uid/a', { name: 'A', version: 1 })).status).toBe(200);
  expect((await ask('PUT', '/api/datasources/uid/file', { name: 'F' })).status).toBe(403);
  expect((await ask('GET', '/api/datasources/uid/a/health')).json).toMatchObject({ status: 'OK' });
  expect((await ask('DELETE', '/api/datasources/uid/a')).status).toBe(200);
  expect(await ask('GET', '/api/datasources/uid/a')).toMatchObject({
    status: 404,
    json: { message: 'Data source not found' },
  });
});
