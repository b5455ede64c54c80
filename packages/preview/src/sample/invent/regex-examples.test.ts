import { expect, it } from 'vitest';
import { regexExamples } from './regex-examples.ts';

it.each([
  ['GET|POST', ['GET', 'POST']],
  ['5..', ['500']],
  ['.*redis.*', ['redis']],
  ['integrations/(mysql|mariadb)', ['integrations/mysql', 'integrations/mariadb']],
  ['web-[0-9]+', ['web-0']],
  ['(?:2|3)\\d{2}', ['211', '311']],
  ['[^ab]c?', ['0c', '0']],
  ['^node\\.example\\.com$', ['node.example.com']],
  ['a(b', ['ab']],
])('%s', (pattern, texts) => {
  expect(regexExamples(pattern)).toEqual(texts);
});
