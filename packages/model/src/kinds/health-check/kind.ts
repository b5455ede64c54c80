import type { Diagnostic } from '../../diagnostic.ts';
import { durationMs } from '../../duration.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import type { NameRule } from '../../names.ts';
import type { Resource } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareHealthChecks } from './compare.ts';
import { outlineHealthCheck } from './outline.ts';
import { isTimezone, scheduleProblem } from './schedule.ts';
import { HEALTH_CHECK_API_VERSION, isHealthCheck, type HealthCheckSpec } from './spec.ts';

const LONGEST_TITLE = 100;
const LONGEST_SCHEDULE = 100;
const LONGEST_WORDS = 200;
/** A minute and a year, in seconds. */
const SHORTEST = 60;
const LONGEST = 31_536_000;

/** Healthchecks' rule for slugs, of which addresses to ping are made. */
const SLUG: NameRule = {
  pattern: /^[a-z0-9_-]+$/,
  min: 1,
  max: 100,
  describe: '1 to 100 lower-case letters, digits, - or _',
};

function* texts({ title, tags }: HealthCheckSpec): Generator<Finding> {
  const about = { rule: 'health-check/text', severity: 'error' } as const;
  if (title.trim() === '') yield { ...about, path: '/spec/title', message: 'the title is empty' };
  if (title.length > LONGEST_TITLE) {
    const message = `the title has ${title.length} characters`;
    yield { ...about, path: '/spec/title', message, fix: `write at most ${LONGEST_TITLE}` };
  }
  for (const [i, tag] of tags.entries()) {
    if (/^\S+$/.test(tag)) continue;
    const message = tag === '' ? 'a tag is empty' : `the tag '${tag}' has a space, which separates tags`;
    yield { ...about, path: `/spec/tags/${i}`, message, fix: 'write - instead' };
  }
}

function* words(spec: HealthCheckSpec): Generator<Finding> {
  for (const key of ['startWords', 'successWords', 'failureWords'] as const) {
    const about = { rule: 'health-check/text', severity: 'error', path: `/spec/${key}` } as const;
    const all = spec[key] ?? [];
    const wrong = all.find((word) => word.trim() === '' || word.includes(','));
    if (wrong !== undefined) {
      yield { ...about, message: `'${wrong}' is empty or has a comma, which separates words` };
    } else if (all.join(',').length > LONGEST_WORDS) {
      yield { ...about, message: `${key} are longer than ${LONGEST_WORDS} characters together` };
    }
  }
}

function* duration(spec: HealthCheckSpec, key: 'period' | 'grace'): Generator<Finding> {
  const text = spec[key];
  const seconds = text === undefined ? SHORTEST : (durationMs(text) ?? Number.NaN) / 1000;
  if (Number.isInteger(seconds) && seconds >= SHORTEST && seconds <= LONGEST) return;
  yield {
    rule: 'health-check/duration',
    severity: 'error',
    path: `/spec/${key}`,
    message: `the ${key} '${text}' is not a duration of whole seconds between 1m and 1y`,
    fix: 'write one like 30m or 1h30m',
  };
}

function* timing(spec: HealthCheckSpec): Generator<Finding> {
  const { schedule, period, timezone } = spec;
  const about = { rule: 'health-check/schedule', severity: 'error' } as const;
  const at = { ...about, path: '/spec/schedule' };
  const fix = 'write the schedule of the job, or the period between two pings';
  if (schedule === undefined && period === undefined) {
    yield { ...about, path: '/spec', message: 'neither a schedule nor a period says when pings are expected', fix };
  }
  if (schedule !== undefined && period !== undefined) {
    yield { ...at, message: 'there is both a schedule and a period', fix: 'drop one: the schedule would win' };
  }
  if (schedule !== undefined) {
    const message = scheduleProblem(schedule);
    if (message !== undefined) yield { ...at, message, fix: "write e.g. '0 3 * * *' or 'Mon..Fri 03:00'" };
    if (schedule.length > LONGEST_SCHEDULE) {
      const length = `the schedule has ${schedule.length} characters`;
      yield { ...at, message: length, fix: `write at most ${LONGEST_SCHEDULE}` };
    }
  }
  if (timezone === undefined) return;
  if (!isTimezone(timezone)) {
    const message = `'${timezone}' is not a time zone`;
    yield { ...about, path: '/spec/timezone', message, fix: "write a name like 'Europe/Riga' or 'UTC'" };
  } else if (schedule === undefined) {
    const message = 'a period has no time zone';
    yield { ...about, severity: 'warning', path: '/spec/timezone', message, fix: 'drop the time zone' };
  }
}

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, { schema: 'health-check', rule: 'schema/health-check' });
  if (found.length > 0 || !isHealthCheck(resource)) return found;
  const { spec } = resource;
  return [...texts(spec), ...timing(spec), ...duration(spec, 'period'), ...duration(spec, 'grace'), ...words(spec)].map(
    (about) => finding(resource, about),
  );
}

/** A check that a job pings: Healthchecks.io and what speaks its API. */
export const healthCheck: Kind = {
  kind: 'HealthCheck',
  apiVersions: [HEALTH_CHECK_API_VERSION],
  name: SLUG,
  check,
  compare: compareHealthChecks,
  outline: outlineHealthCheck,
};
