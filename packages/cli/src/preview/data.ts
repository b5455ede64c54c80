import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type DestinationId, durationMs, type Environment } from '@binnacle/model';
import { type Data, liveData, readRecording, recordedData, RecordingError, sampleData } from '@binnacle/preview';
import { ExpectedError, systemCode } from '../expected.ts';
import { certificates } from './certificates.ts';

/** The flags that say where samples come from. */
export interface DataFlags {
  /** `sample`, `live`, the address of a server, or a file of recorded samples. */
  readonly data: string;
  readonly seed: number;
  readonly incident: readonly string[];
  /** `Name: value`, sent to a server. */
  readonly header: readonly string[];
  /** Recorded samples move so that the last is of now. */
  readonly shift?: boolean;
}

/** What of a project says where its data is: the environment, and the folder that paths of the config are relative to. */
export interface ShownProject {
  readonly environment: Environment;
  readonly root: string;
}

/** Reads an environment variable; empty ones are as good as none. */
type Variables = (name: string) => string | undefined;

/** Destinations that are asked with queries as well as written to, the likeliest first. */
const QUERIED = ['prometheus', 'mimir', 'cortex', 'vmalert'] as const satisfies readonly DestinationId[];

function basic(user: string, password: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** The credentials that variables of these names hold. */
function credentials(
  names: {
    readonly token?: string | undefined;
    readonly user?: string | undefined;
    readonly password?: string | undefined;
  },
  variables: Variables,
): Readonly<Record<string, string>> {
  const [token, user, password] = [names.token, names.user, names.password].map((name) =>
    name === undefined ? undefined : variables(name),
  );
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  return user === undefined || password === undefined ? {} : basic(user, password);
}

function headersOf(written: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    written.map((header) => {
      const at = header.indexOf(':');
      const name = header.slice(0, at).trim();
      if (at > 0 && /^[\w-]+$/.test(name)) return [name.toLowerCase(), header.slice(at + 1).trim()];
      throw new ExpectedError(`--header ${JSON.stringify(header)} is no header`, 'write it as "Name: value"');
    }),
  );
}

const OWN = { token: 'BINNACLE_TOKEN', user: 'BINNACLE_USERNAME', password: 'BINNACLE_PASSWORD' };

/** The server that an environment's rules are pushed to, or of which it is said where it is. */
function configured({ environment, root }: ShownProject, flags: DataFlags, variables: Variables): Data {
  const id = QUERIED.find((candidate) => environment.destinations[candidate] !== undefined);
  const settings = id === undefined ? undefined : environment.destinations[id];
  if (settings === undefined) {
    throw new ExpectedError(
      `--data live: ${environment.name} does not say where its Prometheus is`,
      `give its address, or add environments.${environment.name}.destinations.prometheus to the config`,
    );
  }
  const { tokenEnv, usernameEnv, passwordEnv, caFile, timeout } = settings;
  for (const name of [tokenEnv, usernameEnv, passwordEnv]) {
    if (name !== undefined && variables(name) === undefined) {
      throw new ExpectedError(`--data live: the environment variable ${name} is not set`, 'set it to the credentials');
    }
  }
  const tenant = 'tenant' in settings && settings.tenant !== undefined ? { 'x-scope-orgid': settings.tenant } : {};
  const prefix = id === 'mimir' || id === 'cortex' ? '/prometheus' : '';
  const patience = timeout === undefined ? undefined : durationMs(timeout);
  return liveData({
    url: settings.url.replace(/\/+$/, '') + prefix,
    headers: {
      ...tenant,
      ...credentials({ token: tokenEnv, user: usernameEnv, password: passwordEnv }, variables),
      ...headersOf(flags.header),
    },
    ...certificates(caFile, root),
    ...(patience !== undefined && { timeout: patience }),
  });
}

function recording(file: string, shift: boolean): Data {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new ExpectedError(
      `--data ${file}: ${reason}`,
      'write `sample`, `live`, an address that begins with http, or a file',
    );
  }
  try {
    return recordedData({ file: basename(file), recording: readRecording(text, { now: Date.now(), shift }) });
  } catch (error) {
    if (error instanceof RecordingError) throw new ExpectedError(`--data ${file}: ${error.message}`, error.fix);
    throw error;
  }
}

/** Where the samples come from. Throws an expected error for a source that is none. */
export function dataOf(flags: DataFlags, project: ShownProject, env: NodeJS.ProcessEnv = process.env): Data {
  const { data, seed, incident, shift = false } = flags;
  const variables: Variables = (name) => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  if (incident.length > 0 && data !== 'sample') {
    throw new ExpectedError('--incident is for sample data', 'leave it out, or write --data sample');
  }
  if (data === 'sample') return sampleData({ seed, incidents: incident });
  if (data === 'live') return configured(project, flags, variables);
  if (!/^https?:\/\//.test(data)) return recording(data, shift);
  if (!URL.canParse(data)) throw new ExpectedError(`--data ${data} is no address`, 'write it as http://localhost:9090');
  return liveData({ url: data, headers: { ...credentials(OWN, variables), ...headersOf(flags.header) } });
}
