import { expect, it } from 'vitest';
import { STATE } from '../fixtures/state.ts';
import { recordedData } from './recorded.ts';
import { readRecording } from './recording.ts';

const NOW = 1_800_000_000_000;
const lines = Array.from({ length: 60 }, (_, i) => {
  const seconds = (NOW - (59 - i) * 15_000) / 1000;
  return [
    `shop_requests_total{code="2xx",job="shop"} ${i * 50} ${seconds}`,
    `shop_requests_total{code="5xx",job="shop"} ${i * 50} ${seconds}`,
  ];
});
const text = `# TYPE shop_requests counter\n${lines.flat().join('\n')}\n# EOF\n`;

function data() {
  const made = recordedData({
    file: 'incident.om',
    recording: readRecording(text, { now: NOW, shift: false }),
    now: () => NOW,
  });
  made.use(STATE);
  return made;
}

function ask(path: string, parameters: Record<string, string> = {}) {
  const { signal } = new AbortController();
  return data().answer({ datasource: 'p', path, parameters: new URLSearchParams(parameters), signal });
}

it('says what it is', () => {
  expect(data().describe()).toEqual({ kind: 'recorded', file: 'incident.om', from: NOW - 59 * 15_000, to: NOW });
});

it('answers queries', async () => {
  expect(await ask('query', { query: 'sum(shop_requests_total)' })).toMatchObject({
    body: { data: { result: [{ value: [NOW / 1000, '5900'] }] } },
  });
});

it('what was not recorded is said to be missing', async () => {
  expect(await ask('query', { query: 'shop_request_total' })).toMatchObject({
    status: 422,
    body: { error: "no series of shop_request_total in incident.om; did you mean 'shop_requests_total'?" },
  });
});

it('records and alerts of the project stand on what was recorded', async () => {
  expect(await ask('query', { query: 'job:shop_errors:ratio_rate5m' })).toMatchObject({
    body: { data: { result: [{ metric: { job: 'shop' }, value: [NOW / 1000, '0.5'] }] } },
  });
  expect(await ask('query', { query: 'ALERTS{severity="page"}' })).toMatchObject({
    body: { data: { result: [{ metric: { alertstate: 'firing' } }] } },
  });
  const { body } = await ask('rules');
  expect(body).toMatchObject({
    data: {
      groups: [
        { name: 'shop', rules: [{ type: 'recording' }, { type: 'alerting', name: 'ShopErrors', state: 'firing' }] },
      ],
    },
  });
});

it('nothing can be made to go wrong', () => {
  expect(data().setIncident('shop.down', true)).toBe(
    'recorded samples are what they were: incidents belong to sample data',
  );
});
