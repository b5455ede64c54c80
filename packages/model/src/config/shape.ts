import { durationMs } from '../duration.ts';
import { didYouMean } from '../nearest.ts';
import { isRecord } from '../record.ts';

const VERSION = /^\d+(?:\.\d+){0,2}$/;
/** Older ones load neither of the shapes dashboards are written in. */
const OLDEST_GRAFANA = 10;
const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const URL_WITH_HOST = /^https?:\/\/[^/\s]+/;

/** Problems of a configuration, one line each. */
export type Problems = string[];
/** Looks at one value of a configuration and adds what is wrong with it, naming its path. */
export type Check = (value: unknown, path: string, problems: Problems) => void;
type Shape = Readonly<Record<string, Check>>;

/** Checks an object's members by name; a member that is undefined is absent. */
export function shape(members: Shape): Check {
  return (value, path, problems) => {
    if (!isRecord(value)) {
      problems.push(`${path} is not an object`);
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const check = Object.hasOwn(members, key) ? members[key] : undefined;
      if (check === undefined) problems.push(`${path}.${key} is not known; ${didYouMean(key, Object.keys(members))}`);
      else check(member, `${path}.${key}`, problems);
    }
  };
}

/** A string for which `isRight` holds; `expected` completes "write …". */
export function text(isRight: (value: string) => boolean, expected: string): Check {
  return (value, path, problems) => {
    if (typeof value !== 'string' || !isRight(value)) {
      problems.push(`${path} is ${JSON.stringify(value)}; write ${expected}`);
    }
  };
}

/** A list of strings. */
export function texts(value: unknown, path: string, problems: Problems): void {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    problems.push(`${path} is not a list of strings`);
}

export const notEmpty = text((value) => value.trim() !== '', 'a text that is not empty');

/** A version, as text. */
function versionLike(example: string): Check {
  const versionText = text((value) => VERSION.test(value), `a version like '${example}'`);
  return (value, path, problems) => {
    if (typeof value === 'number') problems.push(`${path} is the number ${value}; write it in quotes: '${value}'`);
    else versionText(value, path, problems);
  };
}

/** A version of Prometheus. */
export const prometheusVersion = versionLike('3.5');
const anyGrafanaVersion = versionLike('12.4');

/** A version of Grafana that is supported. */
export function grafanaVersion(value: unknown, path: string, problems: Problems): void {
  anyGrafanaVersion(value, path, problems);
  if (typeof value === 'string' && VERSION.test(value) && Number.parseInt(value, 10) < OLDEST_GRAFANA) {
    problems.push(`${path} is ${JSON.stringify(value)}, which is not supported; write ${OLDEST_GRAFANA} or newer`);
  }
}
/** A Prometheus duration. */
export const duration = text((value) => (durationMs(value) ?? 0) > 0, "a Prometheus duration like '30s' or '15d'");

/** Label names and values. */
export function labels(value: unknown, path: string, problems: Problems): void {
  if (!isRecord(value)) {
    problems.push(`${path} is not an object of label names and values`);
    return;
  }
  for (const [name, label] of Object.entries(value)) {
    if (!LABEL_NAME.test(name) || name.startsWith('__')) problems.push(`${path}.${name} is not a label name`);
    if (typeof label !== 'string')
      problems.push(`${path}.${name} is ${JSON.stringify(label)}; label values are strings`);
  }
}

/** True or false. */
export function truth(value: unknown, path: string, problems: Problems): void {
  if (typeof value !== 'boolean') problems.push(`${path} is not true or false`);
}

/** An HTTP address with a host. */
export function address(example: string): Check {
  return text((value) => URL_WITH_HOST.test(value), `an address like '${example}'`);
}

/** One of a few words. */
export function word(...words: readonly string[]): Check {
  return text((value) => words.includes(value), words.map((one) => `'${one}'`).join(' or '));
}

const SECRET_NAME = /^[A-Z_][A-Z0-9_]*$/;

/** Name of an environment variable that holds a secret; what stands there instead may be the secret, so it is never shown. */
export function secretName(value: unknown, path: string, problems: Problems): void {
  if (typeof value === 'string' && SECRET_NAME.test(value)) return;
  problems.push(
    `${path} is not the name of an environment variable; write a name in capitals, never the secret itself`,
  );
}

/** An object whose members named here must be there. */
export function withRequired(required: readonly string[], check: Check): Check {
  return (value, path, problems) => {
    check(value, path, problems);
    if (!isRecord(value)) return;
    for (const key of required) if (value[key] === undefined) problems.push(`${path}.${key} is missing`);
  };
}
