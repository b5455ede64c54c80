import {
  durationMs,
  HEALTH_CHECK_API_VERSION,
  type HealthCheckResource,
  type HealthCheckSpec,
  isRecord,
  type LiveResource,
  type Owner,
  type Stamp,
} from '@binnacle/model';
import { printDuration } from '@binnacle/promql';
import { filled } from '../../present.ts';
import type { Channels } from './channels.ts';

type Check = Readonly<Record<string, unknown>>;

const OWNER_TAG = /^managed-by:binnacle\/([^/]+)\/([^/]+)$/;
/** The description's last line: the checksum of what was sent and, where it differs, of what the server made of it. */
const CHECKSUM_LINE = /\n*\[binnacle ([0-9a-f]{64})(?: ([0-9a-f]{64}))?\]\s*$/;

/** The tag that makes a check ours. Tags are separated by spaces, so what is in it is encoded. */
export function ownerTag({ project, environment }: Owner): string {
  return `managed-by:binnacle/${encodeURIComponent(project)}/${encodeURIComponent(environment)}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

function words(value: unknown, separator: string): string[] {
  return text(value)
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function duration(seconds: unknown): string {
  return printDuration(Number(seconds) * 1000);
}

/** A check's spec with one form for everything that means the same: durations, order, defaults left out. */
export function normalised(spec: HealthCheckSpec, channels: readonly string[]): HealthCheckSpec {
  const { title, description, schedule, timezone, period, grace, tags, methods } = spec;
  return {
    title: title.trim(),
    description: description.trim(),
    ...(schedule !== undefined && { schedule: schedule.trim(), timezone: timezone ?? 'UTC' }),
    ...(period !== undefined && { period: printDuration(durationMs(period) ?? 0) }),
    grace: printDuration(durationMs(grace) ?? 0),
    tags: [...new Set(tags)].toSorted(),
    channels,
    ...(methods === 'POST' && { methods }),
    ...(spec.manualResume === true && { manualResume: true }),
    ...filled({
      startWords: spec.startWords ?? [],
      successWords: spec.successWords ?? [],
      failureWords: spec.failureWords ?? [],
    }),
  };
}

/** The body that makes a check what `spec` (normalised) says, whatever it was before. */
export function toWire(slug: string, spec: HealthCheckSpec, { stamp, channels }: { stamp: Stamp; channels: Channels }) {
  const sums = [stamp.checksum, ...(stamp.stored === undefined ? [] : [stamp.stored])];
  const lines = [...(spec.description === '' ? [] : [spec.description, '']), `[binnacle ${sums.join(' ')}]`];
  const all = [spec.startWords ?? [], spec.successWords ?? [], spec.failureWords ?? []];
  const hasWords = all.flat().length > 0;
  return {
    name: spec.title,
    slug,
    // Without it in the body, or without `slug`, every request would make another check.
    unique: ['slug'],
    tags: [...spec.tags, ownerTag(stamp)].join(' '),
    desc: lines.join('\n'),
    ...(spec.schedule === undefined
      ? { timeout: (durationMs(spec.period ?? '') ?? 0) / 1000 }
      : { schedule: spec.schedule, tz: spec.timezone ?? 'UTC' }),
    grace: (durationMs(spec.grace) ?? 0) / 1000,
    channels: channels.ids(spec.channels ?? []).join(','),
    methods: spec.methods === 'POST' ? 'POST' : '',
    manual_resume: spec.manualResume ?? false,
    start_kw: (spec.startWords ?? []).join(','),
    success_kw: (spec.successWords ?? []).join(','),
    failure_kw: (spec.failureWords ?? []).join(','),
    filter_body: hasWords,
    filter_http_body: hasWords,
  };
}

function stampOf(check: Check): Stamp | undefined {
  for (const tag of words(check['tags'], ' ')) {
    const [, project, environment] = OWNER_TAG.exec(tag) ?? [];
    if (project === undefined || environment === undefined) continue;
    const [, checksum = '', stored] = CHECKSUM_LINE.exec(text(check['desc'])) ?? [];
    return {
      project: decodeURIComponent(project),
      environment: decodeURIComponent(environment),
      checksum,
      ...(stored !== undefined && { stored }),
    };
  }
  return undefined;
}

/** A check as a resource, without anything that would let somebody ping it; undefined for one without a slug. */
export function fromWire(check: Check, channels: Channels): LiveResource | undefined {
  const slug = text(check['slug']);
  if (slug === '') return undefined;
  const schedule = text(check['schedule']);
  const spec: HealthCheckSpec = {
    title: text(check['name']),
    description: text(check['desc']).replace(CHECKSUM_LINE, ''),
    ...(schedule === '' ? { period: duration(check['timeout']) } : { schedule, timezone: text(check['tz']) || 'UTC' }),
    grace: duration(check['grace']),
    tags: words(check['tags'], ' ').filter((tag) => !OWNER_TAG.test(tag)),
    methods: check['methods'] === 'POST' ? 'POST' : 'any',
    manualResume: check['manual_resume'] === true,
    startWords: words(check['start_kw'], ','),
    successWords: words(check['success_kw'], ','),
    failureWords: words(check['failure_kw'], ','),
  };
  const resource: HealthCheckResource = {
    apiVersion: HEALTH_CHECK_API_VERSION,
    kind: 'HealthCheck',
    metadata: { name: slug },
    spec: normalised(spec, channels.named(words(check['channels'], ',')).names),
  };
  const stamp = stampOf(check);
  return { resource, ...(stamp !== undefined && { stamp }) };
}

/** The checks in an answer of the API: of a list, or of one. */
export function checksIn(answer: unknown): readonly Check[] {
  if (!isRecord(answer)) return [];
  return Array.isArray(answer['checks']) ? answer['checks'].filter(isRecord) : [answer];
}
