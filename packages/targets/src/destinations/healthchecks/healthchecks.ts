import {
  checksum,
  type Diagnostic,
  didYouMean,
  finding,
  type HealthCheckResource,
  isHealthCheck,
  isOurs,
  type LiveResource,
  type Resource,
  SERVICE_LABEL,
  TEAM_LABEL,
} from '@binnacle/model';
import { secret } from '../../http/credentials.ts';
import { clientFor } from '../../http/from-settings.ts';
import { createPace } from '../../http/pace.ts';
import { selected } from '../../selected.ts';
import { TargetError } from '../../target-error.ts';
import type { Destination, Written } from '../destination.ts';
import { assertUnchanged, stampedAlike } from '../unchanged.ts';
import { channelsOf, type Channels } from './channels.ts';
import { checksIn, fromWire, normalised, ownerTag, toWire } from './wire.ts';

const HOSTED = 'https://healthchecks.io';
const CHECKS = '/api/v3/checks/';
/** Healthchecks.io answers 429 above 100 requests a minute; a few are left for others who use the key. */
const HOSTED_PACE = { requests: 90, milliseconds: 60_000 };

/** A check as Healthchecks would show it: with tags for its service and team, and the integrations it tells. */
function desiredCheck(
  resource: HealthCheckResource,
  channels: Channels,
  { byDefault, diagnostics }: { byDefault: readonly string[] | undefined; diagnostics: Diagnostic[] },
): Resource {
  const { metadata, spec } = resource;
  const wanted = spec.channels ?? byDefault;
  const about = { rule: 'healthchecks/channels', severity: 'error', path: '/spec/channels' } as const;
  if (wanted === undefined) {
    const fix = "name integrations in the check or in destinations.healthchecks.channels, or '*' for all";
    diagnostics.push(finding(resource, { ...about, message: 'the check tells nobody when no ping comes', fix }));
  }
  const { names, unknown } = channels.named(wanted ?? []);
  for (const word of unknown) {
    const fix = didYouMean(word, channels.names) ?? 'the project has none';
    diagnostics.push(
      finding(resource, { ...about, message: `no integration of the project is called '${word}'`, fix }),
    );
  }
  const { [SERVICE_LABEL]: service, [TEAM_LABEL]: team } = metadata.labels ?? {};
  const tags = [
    ...spec.tags,
    ...(service === undefined ? [] : [`service:${service}`]),
    ...(team === undefined ? [] : [`team:${team}`]),
  ];
  return {
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    metadata: { name: metadata.name },
    spec: normalised({ ...spec, tags }, names),
    ...(resource.source !== undefined && { source: resource.source }),
  };
}

/** Healthchecks.io, or a server of one's own: checks that jobs ping. */
export const healthchecks: Destination<'healthchecks'> = {
  id: 'healthchecks',
  kinds: ['HealthCheck'],
  connect: async (context) => {
    const { settings, owner, secrets, signal, onWait } = context;
    const url = settings.url ?? HOSTED;
    const variable = settings.apiKeyEnv ?? 'HEALTHCHECKS_API_KEY';
    const key = secret(variable, secrets);
    const client = clientFor(
      { ...context, settings: { ...settings, url }, variables: [variable] },
      { 'x-api-key': key },
      [key],
    );
    const pace = createPace(url === HOSTED ? HOSTED_PACE : undefined, { signal, onWait });
    const request: typeof client.request = async (method, path, asked) => {
      await pace();
      return client.request(method, path, asked);
    };
    const channels = channelsOf((await request('GET', '/api/v3/channels/')).json);

    async function read(query: Readonly<Record<string, string>> = {}): Promise<readonly LiveResource[]> {
      return checksIn((await request('GET', CHECKS, { query })).json).flatMap(
        (check) => fromWire(check, channels) ?? [],
      );
    }

    /** The only check with this slug: its address, which is a secret, and what it is; undefined when there is none. */
    async function find(slug: string): Promise<{ readonly uuid: string; readonly live: LiveResource } | undefined> {
      const [check, ...others] = checksIn((await request('GET', CHECKS, { query: { slug } })).json);
      if (check === undefined) return undefined;
      const live = fromWire(check, channels);
      if (others.length > 0 || live === undefined || typeof check['uuid'] !== 'string') {
        throw new TargetError('conflict', `${others.length + 1} checks have the slug '${slug}'`, {
          fix: 'delete or rename all but one: pings by this slug are refused as well',
        });
      }
      return { uuid: check['uuid'], live };
    }

    async function save(slug: string, uuid: string | undefined, body: object): Promise<LiveResource | undefined> {
      try {
        const path = `${CHECKS}${uuid ?? ''}`;
        const answer = await request('POST', path, { json: body, ...(uuid !== undefined && { secrets: [uuid] }) });
        return checksIn(answer.json).flatMap((check) => fromWire(check, channels) ?? [])[0];
      } catch (error) {
        if (uuid !== undefined || !(error instanceof TargetError) || error.status !== 403) throw error;
        throw new TargetError('refused', `the project may have no further check, so '${slug}' is not created`, {
          fix: 'delete checks that nobody needs, or raise the limit of the account',
          status: 403,
        });
      }
    }

    return {
      name: `Healthchecks at ${client.url}`,
      concurrency: 1,
      desired: (resources) => {
        const diagnostics: Diagnostic[] = [];
        const checks = selected(resources, isHealthCheck).map((resource) =>
          desiredCheck(resource, channels, { byDefault: settings.channels, diagnostics }),
        );
        return { resources: checks, diagnostics };
      },
      list: async (desired) => {
        const ours = await read({ tag: ownerTag(owner) });
        const names = new Set(desired.map(({ metadata }) => metadata.name));
        for (const { resource } of ours) names.delete(resource.metadata.name);
        if (names.size === 0) return ours;
        const others = (await read()).filter((live) => names.has(live.resource.metadata.name) && !isOurs(live, owner));
        return [...ours, ...others];
      },
      write: async (write): Promise<Written> => {
        const { resource } = write.action === 'put' ? write : write.live;
        const slug = resource.metadata.name;
        const found = await find(slug);
        assertUnchanged(found?.live, write, owner);
        if (write.action === 'delete') {
          if (found === undefined) return { warnings: [] };
          await request('DELETE', `${CHECKS}${found.uuid}`, { accept: [404], secrets: [found.uuid] });
          return { warnings: [] };
        }
        if (!isHealthCheck(resource)) throw new Error(`${resource.kind} is no HealthCheck`);
        if (found !== undefined && stampedAlike(found.live, write)) return { live: found.live, warnings: [] };
        const body = (stored?: string) =>
          toWire(slug, resource.spec, { stamp: { ...write.stamp, ...(stored !== undefined && { stored }) }, channels });
        const live = await save(slug, found?.uuid, body());
        const stored = live === undefined ? write.stamp.checksum : checksum(live.resource);
        if (stored === write.stamp.checksum) return { warnings: [], ...(live !== undefined && { live }) };
        // What the server made of it differs: the stamp says so, and it is not taken for drift.
        const again = await save(slug, (await find(slug))?.uuid, body(stored));
        return { warnings: [], ...(again !== undefined && { live: again }) };
      },
      close: client.close,
    };
  },
};
