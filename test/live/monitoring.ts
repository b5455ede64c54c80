import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../exporters/programs.ts';
import { freePort, type Running, start } from '../exporters/running.ts';

/** Programs that `startMonitoring` starts. */
export const MONITORING: readonly Program[] = ['prometheus', 'prometheus-alertmanager', 'victoria-metrics', 'vmalert'];

/** A system that reads files of a folder on this machine. */
export interface Reader {
  readonly url: string;
  /** What it reads: a folder of rule files, or a configuration file. */
  readonly path: string;
}

/** Real systems, on free ports of the loopback interface. */
export interface Monitoring {
  readonly folder: string;
  readonly prometheus: Reader;
  readonly vmalert: Reader;
  readonly alertmanager: Reader;
  stop(): Promise<void>;
}

/** What an Alertmanager runs with before anything is pushed to it. */
const FIRST_CONFIG = 'route:\n  receiver: none\nreceivers:\n  - name: none\n';

/** Starts Prometheus and vmalert without rules, the VictoriaMetrics that vmalert asks, and an Alertmanager. */
export async function startMonitoring(): Promise<Monitoring> {
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-monitoring-'));
  const running: Running[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((program) => program.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const names = ['prometheus', 'vmalert', 'alertmanager', 'victoria'];
  const ports = await Promise.all(names.map(freePort));
  const [prometheus = '', vmalert = '', alertmanager = '', victoria = ''] = ports.map((port) => `127.0.0.1:${port}`);
  const inside = (name: string): string => join(folder, name);
  for (const name of ['prometheus-rules', 'vmalert-rules']) mkdirSync(inside(name));
  const config = {
    global: { evaluation_interval: '1s' },
    rule_files: [join(inside('prometheus-rules'), '*.yaml')],
  };
  writeFileSync(inside('prometheus.json'), JSON.stringify(config));
  writeFileSync(inside('alertmanager.yml'), FIRST_CONFIG);
  try {
    running.push(
      await start('victoria-metrics', [`-httpListenAddr=${victoria}`, `-storageDataPath=${inside('victoria')}`], {
        ready: `http://${victoria}/health`,
      }),
    );
    running.push(
      ...(await Promise.all([
        start(
          'prometheus',
          [
            `--config.file=${inside('prometheus.json')}`,
            `--storage.tsdb.path=${inside('prometheus')}`,
            `--web.listen-address=${prometheus}`,
            '--web.enable-lifecycle',
          ],
          { ready: `http://${prometheus}/-/ready` },
        ),
        start(
          'vmalert',
          [
            `-rule=${join(inside('vmalert-rules'), '*.yaml')}`,
            `-datasource.url=http://${victoria}`,
            `-remoteWrite.url=http://${victoria}`,
            `-notifier.url=http://${alertmanager}`,
            `-httpListenAddr=${vmalert}`,
            '-evaluationInterval=1s',
          ],
          { ready: `http://${vmalert}/health` },
        ),
        start(
          'prometheus-alertmanager',
          [
            `--config.file=${inside('alertmanager.yml')}`,
            `--storage.path=${inside('alertmanager')}`,
            `--web.listen-address=${alertmanager}`,
            '--cluster.listen-address=',
          ],
          { ready: `http://${alertmanager}/-/ready` },
        ),
      ])),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    folder,
    prometheus: { url: `http://${prometheus}`, path: inside('prometheus-rules') },
    vmalert: { url: `http://${vmalert}`, path: inside('vmalert-rules') },
    alertmanager: { url: `http://${alertmanager}`, path: inside('alertmanager.yml') },
    stop,
  };
}
