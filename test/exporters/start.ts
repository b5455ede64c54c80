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

async function startPostgres(folder: string, port: number): Promise<Running> {
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
  return start(
    'postgres',
    ['-D', join(data, 'db'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    as,
  );
}

function prometheusConfig(
  targets: Readonly<Record<string, string>>,
  { rules = [], alertmanager, probed }: { rules?: readonly string[] | undefined; alertmanager: string; probed: string },
): string {
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
  // Prometheus reads YAML, of which JSON is a part.
  return JSON.stringify({
    global: { scrape_interval: SCRAPE_INTERVAL, evaluation_interval: SCRAPE_INTERVAL },
    rule_files: rules,
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: [...jobs, probe],
  });
}

/** Waits until every target has been scraped. */
async function scraped(prometheus: string): Promise<void> {
  const deadline = Date.now() + SCRAPED_WITHIN;
  for (;;) {
    const response = await fetch(`${prometheus}/api/v1/targets?state=active`);
    const { data } = (await response.json()) as { data: { activeTargets: { health: string; scrapeUrl: string }[] } };
    const down = data.activeTargets.filter(({ health }) => health !== 'up');
    if (data.activeTargets.length > 0 && down.length === 0) return;
    if (Date.now() > deadline) throw new Error(`not scraped: ${down.map(({ scrapeUrl }) => scrapeUrl).join(', ')}`);
    await sleep(200);
  }
}

/**
 * Starts Redis, PostgreSQL, their exporters, the node exporter, a Pushgateway with what a batch job pushed, the blackbox
 * exporter, an Alertmanager, and a Prometheus that has scraped them all once. Fails, naming them, when programs are missing.
 */
export async function startExporters({ rules, push = BATCH }: StartOptions = {}): Promise<Exporters> {
  const absent = missing();
  if (absent.length > 0) throw new Error(`not installed: ${absent.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-exporters-'));
  chmodSync(folder, 0o755);
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.toReversed().map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };

  const ports = await Promise.all([...EXPORTERS, 'redis-server', 'postgres-server'].map(freePort));
  const address = (index: number): string => `127.0.0.1:${ports[index] ?? 0}`;
  const targets = Object.fromEntries(EXPORTERS.map((name, index) => [name, address(index)])) as Record<
    Exporter,
    string
  >;
  const [redisAt, postgresPort] = [address(EXPORTERS.length), ports[EXPORTERS.length + 1] ?? 0];
  const metricsOf = (name: Exporter): string => `http://${targets[name]}/metrics`;
  const listen = (name: Exporter): string => `--web.listen-address=${targets[name]}`;
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const blackbox = {
    modules: { http_2xx: { prober: 'http', timeout: '5s' }, tcp_connect: { prober: 'tcp', timeout: '5s' } },
  };
  const alertmanager = { route: { receiver: 'none' }, receivers: [{ name: 'none' }] };

  try {
    running.push(
      ...(await Promise.all([
        start('redis', [
          '--bind',
          '127.0.0.1',
          '--port',
          redisAt.split(':')[1] ?? '',
          '--save',
          '',
          '--appendonly',
          'no',
          '--dir',
          folder,
        ]),
        startPostgres(folder, postgresPort),
        start('redisExporter', [listen('redis'), `--redis.addr=redis://${redisAt}`], { ready: metricsOf('redis') }),
        start('postgresExporter', [listen('postgres')], {
          env: { DATA_SOURCE_NAME: `postgresql://postgres@127.0.0.1:${postgresPort}/postgres?sslmode=disable` },
          ready: metricsOf('postgres'),
        }),
        start('node', [listen('node')], { ready: metricsOf('node') }),
        start('pushgateway', [listen('pushgateway')], { ready: metricsOf('pushgateway') }),
        start('blackbox', [listen('blackbox'), `--config.file=${file('blackbox.json', blackbox)}`], {
          ready: metricsOf('blackbox'),
        }),
        start(
          'alertmanager',
          [
            listen('alertmanager'),
            `--config.file=${file('alertmanager.json', alertmanager)}`,
            `--storage.path=${join(folder, 'alertmanager')}`,
            '--cluster.listen-address=',
          ],
          { ready: metricsOf('alertmanager') },
        ),
      ])),
    );
    const pushed = await fetch(`http://${targets.pushgateway}/metrics/job/${push.job}`, {
      method: 'PUT',
      body: push.text,
    });
    if (!pushed.ok) throw new Error(`the Pushgateway answers ${pushed.status}: ${await pushed.text()}`);
    const config = prometheusConfig(targets, {
      rules,
      alertmanager: targets.alertmanager,
      probed: `http://${targets.pushgateway}/-/ready`,
    });
    running.push(
      await start(
        'prometheus',
        [
          listen('prometheus'),
          `--config.file=${file('prometheus.json', config)}`,
          `--storage.tsdb.path=${join(folder, 'prometheus')}`,
        ],
        {
          ready: `http://${targets.prometheus}/-/ready`,
        },
      ),
    );
    await scraped(`http://${targets.prometheus}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const metrics = Object.fromEntries(EXPORTERS.map((name) => [name, metricsOf(name)])) as Record<Exporter, string>;
  return {
    metrics: {
      ...metrics,
      blackbox: `http://${targets.blackbox}/probe?module=http_2xx&target=${encodeURIComponent(`http://${targets.pushgateway}/-/ready`)}`,
    },
    prometheus: `http://${targets.prometheus}`,
    alertmanager: `http://${targets.alertmanager}`,
    pushgateway: `http://${targets.pushgateway}`,
    stop,
  };
}
