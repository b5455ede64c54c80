import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { missing } from './programs.ts';
import { freePort, run, type Running, start } from './running.ts';

/** What is started; each is a scrape job of the Prometheus of the same name. */
export const EXPORTERS = [
  'alertmanager',
  'blackbox',
  'node',
  'postgres',
  'prometheus',
  'pushgateway',
  'redis',
] as const;

export type Exporter = (typeof EXPORTERS)[number];

/** Everything that runs, on free ports of the loopback interface. */
export interface Exporters {
  /** Address of each exporter's metrics. */
  readonly metrics: Readonly<Record<Exporter, string>>;
  /** Address of the Prometheus that scrapes them all, without a path. */
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly pushgateway: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Rule files the Prometheus loads. */
  readonly rules?: readonly string[];
  /** What a batch job pushes to the Pushgateway: its name, and an exposition. */
  readonly push?: { readonly job: string; readonly text: string };
}

const SCRAPE_INTERVAL = '1s';
const SCRAPED_WITHIN = 30_000;

const BATCH = {
  job: 'invoices',
  text: `# HELP invoices_last_success_timestamp_seconds When the job last succeeded, in Unix time.
# TYPE invoices_last_success_timestamp_seconds gauge
invoices_last_success_timestamp_seconds 1.7e9
# HELP invoices_stage_duration_seconds How long each stage of the last run took.
# TYPE invoices_stage_duration_seconds gauge
invoices_stage_duration_seconds{stage="load"} 4.2
invoices_stage_duration_seconds{stage="render"} 31.5
invoices_stage_duration_seconds{stage="send"} 12.25
# HELP invoices_records_processed Records the last run processed.
# TYPE invoices_records_processed gauge
invoices_records_processed 1834
`,
};

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function postgresUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error('PostgreSQL does not run as root, and there is no user postgres');
  return { uid: Number(uid), gid: Number(gid) };
}

async function startPostgres(folder: string, port: string): Promise<Running> {
  const user = postgresUser();
  const data = join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user !== undefined) chownSync(data, user.uid, user.gid);
  const as = user === undefined ? {} : { user };
  await run(
    'initdb',
    ['-D', join(data, 'db'), '-A', 'trust', '-U', 'postgres', '-N', '-E', 'UTF8', '--locale', 'C'],
    as,
  );
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${data}`, 'fsync=off'];
  return start('postgres', ['-D', join(data, 'db'), '-p', port, ...settings.flatMap((setting) => ['-c', setting])], as);
}

function prometheusConfig(
  targets: Readonly<Record<string, string>>,
  { rules = [], alertmanager, probed }: { rules?: readonly string[] | undefined; alertmanager: string; probed: string },
): object {
  const jobs = Object.entries(targets).map(([job_name, target]) => ({
    job_name,
    static_configs: [{ targets: [target] }],
    ...(job_name === 'pushgateway' ? { honor_labels: true } : {}),
  }));
  const probe = {
    job_name: 'probe',
    metrics_path: '/probe',
    params: { module: ['http_2xx'] },
    static_configs: [{ targets: [probed] }],
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: targets['blackbox'] },
    ],
  };
  return {
    global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
    rule_files: rules,
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: [...jobs, probe],
  };
}

/** Waits until every target has been scraped. */
async function scraped(prometheus: string): Promise<void> {
  const deadline = Date.now() + SCRAPED_WITHIN;
  for (;;) {
    const response = await fetch(`${prometheus}/api/v1/targets?state=active`);
    const targets = await response.text();
    const health = Array.from(targets.matchAll(/"health":"(\w+)"/g), ([, state]) => state);
    if (health.length > 0 && health.every((state) => state === 'up')) return;
    if (Date.now() > deadline) throw new Error(`not every target is scraped: ${targets}`);
    await sleep(200);
  }
}

/** A value for each exporter. */
function each(value: (name: Exporter) => string): Readonly<Record<Exporter, string>> {
  return {
    alertmanager: value('alertmanager'),
    blackbox: value('blackbox'),
    node: value('node'),
    postgres: value('postgres'),
    prometheus: value('prometheus'),
    pushgateway: value('pushgateway'),
    redis: value('redis'),
  };
}

/**
 * Starts Redis, PostgreSQL, their exporters, the node exporter, a Pushgateway with what a batch job pushed, the blackbox
 * exporter, an Alertmanager, and a Prometheus that has scraped them all once. Fails, naming them, when programs are missing.
 */
export async function startExporters({ rules, push = BATCH }: StartOptions = {}): Promise<Exporters> {
  const absent = missing();
  if (absent.length > 0) throw new Error(`not installed: ${absent.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-exporters-'));
  // PostgreSQL's user has to reach its part of it.
  chmodSync(folder, 0o755);
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const begin = async (starting: Promise<Running>): Promise<void> => void running.push(await starting);

  const ports = await Promise.all([...EXPORTERS, 'redis-server', 'postgres'].map(freePort));
  const port = (index: number): string => String(ports[index]);
  const targets = each((name) => `127.0.0.1:${port(EXPORTERS.indexOf(name))}`);
  const redisPort = port(EXPORTERS.length);
  const postgresPort = port(EXPORTERS.length + 1);
  const metricsOf = (name: Exporter): string => `http://${targets[name]}/metrics`;
  const listen = (name: Exporter): string => `--web.listen-address=${targets[name]}`;
  const json = (name: string, content: object): string => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const probed = `http://${targets.pushgateway}/-/ready`;

  try {
    const results = await Promise.allSettled([
      begin(start('redis-server', ['--bind', '127.0.0.1', '--port', redisPort, '--save', '', '--dir', folder])),
      begin(startPostgres(folder, postgresPort)),
      begin(
        start('prometheus-redis-exporter', [listen('redis'), `--redis.addr=redis://127.0.0.1:${redisPort}`], {
          ready: metricsOf('redis'),
          says: '\nredis_up 1',
        }),
      ),
      begin(
        start('prometheus-postgres-exporter', [listen('postgres')], {
          env: { DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${postgresPort}/postgres?sslmode=disable` },
          ready: metricsOf('postgres'),
          says: '\npg_up 1',
        }),
      ),
      begin(start('prometheus-node-exporter', [listen('node')], { ready: metricsOf('node') })),
      begin(start('prometheus-pushgateway', [listen('pushgateway')], { ready: metricsOf('pushgateway') })),
      begin(
        start(
          'prometheus-blackbox-exporter',
          [listen('blackbox'), `--config.file=${json('blackbox', { modules: { http_2xx: { prober: 'http' } } })}`],
          { ready: metricsOf('blackbox') },
        ),
      ),
      begin(
        start(
          'prometheus-alertmanager',
          [
            listen('alertmanager'),
            `--config.file=${json('alertmanager', { route: { receiver: 'none' }, receivers: [{ name: 'none' }] })}`,
            `--storage.path=${join(folder, 'alertmanager')}`,
            '--cluster.listen-address=',
          ],
          { ready: metricsOf('alertmanager') },
        ),
      ),
    ]);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const address = `http://${targets.pushgateway}/metrics/job/${push.job}`;
    const pushed = await fetch(address, { method: 'PUT', body: push.text });
    if (!pushed.ok) throw new Error(`the Pushgateway answers ${pushed.status}: ${await pushed.text()}`);
    const config = prometheusConfig(targets, { rules, alertmanager: targets.alertmanager, probed });
    await begin(
      start(
        'prometheus',
        [
          listen('prometheus'),
          `--config.file=${json('prometheus', config)}`,
          `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        ],
        { ready: `http://${targets.prometheus}/-/ready` },
      ),
    );
    await scraped(`http://${targets.prometheus}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const probe = `http://${targets.blackbox}/probe?module=http_2xx&target=${encodeURIComponent(probed)}`;
  return {
    metrics: { ...each(metricsOf), blackbox: probe },
    prometheus: `http://${targets.prometheus}`,
    alertmanager: `http://${targets.alertmanager}`,
    pushgateway: `http://${targets.pushgateway}`,
    stop,
  };
}
