import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonToSkip } from '../exporters/programs.ts';
import { MONITORING, type Monitoring, startMonitoring } from './monitoring.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const reason = reasonToSkip(MONITORING);

/** Runs the contract of one destination with the addresses of a real system in the environment; what it printed. */
function contract(id: string, env: Readonly<Record<string, string>>): Promise<string> {
  const args = [VITEST, 'run', `packages/targets/src/destinations/${id}/`, '-t', `${id}.* as a destination`];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}

describe.skipIf(reason !== undefined)(
  `the contract of destinations, on real systems${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    let systems: Monitoring | undefined;
    beforeAll(async () => {
      systems = await startMonitoring();
    }, 60_000);
    afterAll(async () => {
      await systems?.stop();
    });

    it.each([
      ['prometheus', 'PROMETHEUS_RULES'],
      ['vmalert', 'VMALERT_RULES'],
      ['alertmanager', 'ALERTMANAGER_CONFIG'],
    ] as const)(
      '%s',
      async (id, path) => {
        const system = systems?.[id];
        if (system === undefined) throw new Error('nothing is running');
        const printed = await contract(id, { [`${id.toUpperCase()}_URL`]: system.url, [path]: system.path });
        expect(printed).toMatch(/^8 passed, 0 failed/m);
      },
      120_000,
    );
  },
);
