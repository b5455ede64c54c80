import { type Environment, isDashboardV2, type Resource } from '@binnacle/model';
import { serveGrafana, type ServedGrafana, type Upstream } from '@binnacle/preview';
import { accessTo, TargetError, toClassic } from '@binnacle/targets';
import { ExpectedError } from '../expected.ts';
import { certificates } from './certificates.ts';

/** The variable with a token for a Grafana that is named by its address. */
const TOKEN = 'GRAFANA_TOKEN';
/** One above that of the page. */
const USUAL_PORT = 4577;
const LOOPBACK = '127.0.0.1';

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ExpectedError(`--grafana ${text} is no address`, "write one such as 'https://grafana.example.com'");
}

/** The Grafana that is named, or the one of the environment, with its credentials. Throws an expected error when there is none. */
export function grafanaOf(named: string | true, { name, destinations }: Environment, root: string): Upstream {
  const { grafana: settings } = destinations;
  const isConfigured =
    settings !== undefined && (named === true || addressOf(named).href === addressOf(settings.url).href);
  if (isConfigured) {
    try {
      const { headers } = accessTo(settings, (variable) => process.env[variable]);
      return { url: addressOf(settings.url), headers, ...certificates(settings.caFile, root) };
    } catch (error) {
      if (error instanceof TargetError) throw new ExpectedError(error.message, error.fix);
      throw error;
    }
  }
  if (named === true) {
    throw new ExpectedError(
      `${name} has no destination grafana`,
      'name one in binnacle.config.ts, or its address: `binnacle preview --grafana https://grafana.example.com`',
    );
  }
  const token = process.env[TOKEN] ?? '';
  return { url: addressOf(named), headers: token === '' ? {} : { authorization: `Bearer ${token}` } };
}

function classicOf(dashboard: Resource): Readonly<Record<string, unknown>> {
  if (!isDashboardV2(dashboard)) return {};
  return { ...toClassic(dashboard.spec, { uid: dashboard.metadata.name }).dashboard };
}

/** Serves a Grafana with the project's dashboards in it, on this machine alone. */
export function openGrafana(grafana: Upstream, resources: readonly Resource[]): Promise<ServedGrafana> {
  return serveGrafana(resources, { grafana, toClassic: classicOf, host: LOOPBACK, port: USUAL_PORT });
}
