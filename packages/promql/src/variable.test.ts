import { describe, expect, it } from 'vitest';
import { hasVariable, replaceVariables, variableEnd, variableNames } from './variable.ts';

describe('Grafana variables', () => {
  it.each(['$job', '${job}', '${job:regex}', '${job.text}', '[[job]]', '[[job:csv]]', '$__rate_interval'])(
    '%s is one',
    (text) => {
      expect(variableEnd(`${text} `, 0)).toBe(text.length);
      expect(hasVariable(`a ${text} b`)).toBe(true);
    },
  );

  it.each(['$', '$1', '${1}', '${job', '[[job]', '[[:alpha:]]', 'foo$', 'a$|b'])('%s is none', (text) => {
    expect(hasVariable(text)).toBe(false);
  });

  it('are named once each, without sigil and format', () => {
    expect(variableNames('$job ${job:regex} [[host]] $__interval')).toEqual(['job', 'host', '__interval']);
  });

  it('are replaced all', () => {
    expect(replaceVariables('^($a|${b:regex})$', 'x')).toBe('^(x|x)$');
  });
});
