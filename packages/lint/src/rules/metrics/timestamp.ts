import { nameRule } from '../../naming/name-rule.ts';

const TIME_SINCE = /_(?:age|ago|uptime|since|elapsed)(?:_in)?(?:_[a-z]*seconds)?$|_since_/;

export const timestamp = nameRule(
  {
    id: 'metrics/timestamp',
    docs: 'Export when something happened, not how long ago: the time since is a subtraction away.',
  },
  function* ({ name, type }) {
    if (type !== 'gauge') return;
    if (TIME_SINCE.test(name)) {
      yield {
        message: `${name} is a time since: it stands still when the code that updates it hangs`,
        fix: 'export the Unix time of the event as …_timestamp_seconds, and query time() - …',
      };
    } else if (/_timestamp(?:_|$)/.test(name) && !name.endsWith('_timestamp_seconds')) {
      yield {
        message: `${name} is a timestamp and does not end in _timestamp_seconds`,
        fix: 'export Unix time in seconds',
      };
    }
  },
);
