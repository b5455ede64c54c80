import { expect, test } from 'vitest';
import { serversWords } from './words.ts';

test.each<[string, string]>([
  ['{"message":"Dashboard not found","traceID":""}', 'Dashboard not found'],
  ['{"status":"error","errorType":"bad_data","error":"invalid expression"}', 'invalid expression'],
  ['{"errors":["Forbidden","no scope"]}', 'Forbidden; no scope'],
  ['{"errors":[{"title":"Generic Error","detail":"owner is unknown"}]}', 'owner is unknown'],
  ['{"error":"json validation error"}', 'json validation error'],
  [
    '{"kind":"Status","message":"invalid","details":{"causes":[{"field":"spec.title","message":"is empty"}]}}',
    'invalid; spec.title: is empty',
  ],
  [
    '{"kind":"Status","message":"x is invalid: spec.title: is empty","details":{"causes":[{"field":"spec.title","message":"is empty"}]}}',
    'x is invalid: spec.title: is empty',
  ],
  ['group "a",\n rule 1 is wrong\n', 'group "a", rule 1 is wrong'],
  ['<html><body>Bad Gateway</body></html>', ''],
  ['', ''],
])('%s', (text, words) => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  expect(serversWords(body, text)).toBe(words);
});
