import { beforeEach, describe, expect, test } from 'vitest';
import { type Ask, startFake } from '../fixtures/ask-grafana.ts';

const BASE = '/api/v1/provisioning';
const pager = { uid: 'pager-1', name: 'pager', type: 'pagerduty', settings: { integrationKey: 'R0123' } };
const night = { name: 'night', time_intervals: [{ times: [{ start_time: '22:00', end_time: '23:59' }] }] };

describe('notifications', () => {
  let ask: Ask;
  const say = async (method: string, path: string, body?: unknown) => {
    const { status, text } = await ask(method, `${BASE}/${path}`, body);
    return `${status} ${/"message":"([^"]*)"/.exec(text)?.[1] ?? ''}`.trim();
  };
  beforeEach(async () => {
    ({ ask } = await startFake());
  });

  test('a contact point is made once, and its secret is never shown again', async () => {
    expect(await say('POST', 'contact-points', pager)).toBe('202');
    expect(await say('POST', 'contact-points', pager)).toBe('409 contact point with uid pager-1 already exists');
    const { text } = await ask('GET', `${BASE}/contact-points?name=pager`);
    expect(JSON.parse(text)).toMatchObject([{ settings: { integrationKey: '[REDACTED]' }, provenance: 'api' }]);
    const redacted = { ...pager, settings: { integrationKey: '[REDACTED]', severity: 'error' } };
    expect(await say('PUT', 'contact-points/pager-1', redacted)).toBe('202 contactpoint updated');
  });

  test('what a type needs is asked for', async () => {
    expect(await say('POST', 'contact-points', { ...pager, settings: {} })).toBe('400 failed to validate receiver \\');
    expect(await say('POST', 'contact-points', { ...pager, type: 'pigeon' })).toBe(
      "400 unknown contact point type 'pigeon'",
    );
  });

  test('the tree is replaced whole, and names only what there is', async () => {
    expect(await say('PUT', 'policies', { receiver: 'pager' })).toBe(
      "400 invalid object specification: receiver 'pager' does not exist",
    );
    await say('POST', 'contact-points', pager);
    const tree = { receiver: 'pager', routes: [{ mute_time_intervals: ['night'] }] };
    expect(await say('PUT', 'policies', tree)).toBe(
      "400 invalid object specification: mute time interval 'night' does not exist",
    );
    expect(await say('POST', 'mute-timings', night)).toBe('201');
    expect(await say('PUT', 'policies', tree)).toBe('202 policies updated');
    expect((await ask('GET', `${BASE}/policies`)).json).toEqual({ ...tree, provenance: 'api' });
  });

  test('what the tree names is not deleted before it', async () => {
    await say('POST', 'contact-points', pager);
    await say('POST', 'mute-timings', night);
    await say('PUT', 'policies', { receiver: 'pager', routes: [{ mute_time_intervals: ['night'] }] });
    expect(await say('DELETE', 'contact-points/pager-1')).toMatch(/^409 contact point 'pager' is currently used/);
    expect(await say('DELETE', 'mute-timings/night')).toMatch(/^409/);
    expect(await say('DELETE', 'policies')).toBe('202 policies reset to default');
    expect(await say('DELETE', 'contact-points/pager-1')).toBe('202 contactpoint deleted');
    expect(await say('DELETE', 'mute-timings/night')).toBe('204');
  });

  test('a template is replaced with the version that is there', async () => {
    const made = await ask('PUT', `${BASE}/templates/t`, { template: '{{ define "t" }}a{{ end }}', version: '' });
    expect(made.status).toBe(202);
    const version = (made.json as { version: string }).version;
    expect(await say('PUT', 'templates/t', { template: 'b', version: 'other' })).toMatch(/^409 provided version other/);
    expect(await say('PUT', 'templates/t', { template: 'b', version })).toBe('202');
    expect(await say('PUT', 'templates/t', { template: '', version: '' })).toBe('400 template must have content');
  });

  test('who provisioned something keeps it', async () => {
    const { fake, ask: asked } = await startFake();
    await asked('POST', `${BASE}/contact-points`, pager);
    const headers = { authorization: 'Bearer test-token', 'x-disable-provenance': 'true' };
    const free = await fetch(`${fake.url}${BASE}/contact-points/pager-1`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(pager),
    });
    expect([free.status, await free.text()]).toEqual([
      403,
      JSON.stringify({ message: "cannot change provenance from 'api' to ''", traceID: '' }),
    ]);
  });
});
