import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Resource } from '@binnacle/model';
import { afterAll, describe, expect, it } from 'vitest';
import { binnacle, COMMAND, storyFolder } from '../stories/story.ts';
import { type Fault, type Proxy, startProxy, type Strikes } from './proxy.ts';
import { AFTER, BEFORE, SUBJECTS, type System } from './systems.ts';
import { cases, isDeadly } from './cases.ts';
import { faultTable, type Tried } from './table.ts';

const isBuilt = existsSync(join(dirname(COMMAND), '../dist/main.js'));
/** True: one request a push is struck, and every push is followed by another, whatever it left. Minutes instead of one. */
const IS_WHOLE = process.env['BINNACLE_FAULTS'] === 'all';
/** Pushes at the same time: most of each is waiting. */
const LANES = 8;
/** Times that a push which did not come to the struck request is made again. */
const ATTEMPTS = 3;
const SECRETS = Object.fromEntries(SUBJECTS.flatMap(({ env }) => Object.entries(env)));

/** Everything one push goes to. */
interface Lane {
  readonly systems: readonly (System & { readonly proxy: Proxy })[];
  /** Runs the program with what is to be struck, per system; its exit code, null when it was killed. */
  readonly push: (which: 'before' | 'after', strikes?: readonly (Strikes | undefined)[]) => Promise<number | null>;
  readonly putBack: () => void;
}

const address = (i: number): string => `http://127.0.0.1:9/system-${i}`;

/** The bundle of some resources for an environment that names every system. */
function bundle(folder: string, resources: readonly Resource[]): string {
  mkdirSync(join(folder, 'rules'), { recursive: true });
  const destinations = Object.fromEntries(SUBJECTS.map(({ id, settings }, i) => [id, settings(address(i))]));
  const datasources = { prometheus: { type: 'prometheus', uid: 'prom-1', default: true } };
  const production = { prometheus: { version: '2.42' }, datasources, destinations };
  const config = { project: 'shop', environments: { production } };
  writeFileSync(join(folder, 'binnacle.config.ts'), `export default ${JSON.stringify(config)};\n`);
  for (const [i, { source: _, ...data }] of resources.entries())
    writeFileSync(join(folder, 'rules', `${i}.json`), JSON.stringify(data));
  const { status, stdout, stderr } = binnacle(folder, ['build', '--bundle', 'bundle.json', '-q']);
  if (status !== 0) throw new Error(`no bundle: ${stdout}${stderr}`);
  const text = readFileSync(join(folder, 'bundle.json'), 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}

async function openLane(folder: string, bundles: Readonly<Record<'before' | 'after', string>>): Promise<Lane> {
  const systems = await Promise.all(
    SUBJECTS.map(async ({ open }) => {
      const system = await open();
      return { ...system, proxy: await startProxy(system.url) };
    }),
  );
  mkdirSync(folder);
  const digests = { before: '', after: '' };
  for (const which of ['before', 'after'] as const) {
    const placed = systems.reduce((text, { proxy }, i) => text.replaceAll(address(i), proxy.url), bundles[which]);
    writeFileSync(join(folder, `${which}.json`), placed);
    digests[which] = `sha256:${createHash('sha256').update(placed).digest('hex')}`;
  }

  function push(which: 'before' | 'after', strikes: readonly (Strikes | undefined)[] = []): Promise<number | null> {
    const reviewed = ['--bundle', `${which}.json`, '--digest', digests[which]];
    const args = ['push', ...reviewed, '--yes', '--prune', '--prune-limit', '100'];
    const env = { ...process.env, ...SECRETS };
    const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await ended;
    };
    for (const [i, { proxy }] of systems.entries()) {
      const strike = strikes[i];
      proxy.begin(strike && { ...strike, kill });
    }
    return ended;
  }
  expect(await push('before')).toBe(0);
  const saved = systems.map(({ save }) => save());
  return { systems, push, putBack: () => saved.forEach((putBack) => putBack()) };
}

/** Everything in all of a lane's systems. */
function content({ systems }: Lane): string {
  return systems.flatMap((system) => system.content()).join('\n');
}

/** Pushes with strikes, again where a busy machine kept the push from coming that far. */
async function pushStruck(lane: Lane, strikes: readonly (Strikes | undefined)[]): Promise<number | null> {
  for (let tried = 1; ; tried += 1) {
    lane.putBack();
    // oxlint-disable-next-line no-await-in-loop -- a lane is one set of systems
    const code = await lane.push('after', strikes);
    const isWhole = strikes.every((strike, i) => {
      const count = lane.systems[i]?.proxy.count() ?? 0;
      return strike === undefined || strike.at.every((at) => at <= count);
    });
    if (isWhole || tried === ATTEMPTS) return code;
  }
}

describe.skipIf(!isBuilt)('a push, every request of it struck by every fault (it needs `npm run build`)', () => {
  const folder = isBuilt ? storyFolder() : '';
  afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

  it('ends as if nothing had happened, at the latest when it is run again', { timeout: 600_000 }, async () => {
    const bundles = {
      before: bundle(join(folder, 'before'), BEFORE),
      after: bundle(join(folder, 'after'), AFTER),
    };
    const lanes = await Promise.all(Array.from({ length: LANES }, (_, i) => openLane(join(folder, `${i}`), bundles)));
    const [first, second] = lanes;
    if (first === undefined || second === undefined) throw new Error('there are lanes');
    const formerly = content(first);
    expect([await first.push('after'), await second.push('after')]).toEqual([0, 0]);
    // On a busy machine a request may be sent again because it took too long: the smaller count is the right one.
    const requests = first.systems.map(({ proxy }, i) =>
      Math.min(proxy.count(), second.systems[i]?.proxy.count() ?? Infinity),
    );
    const right = content(first);
    const rightOf = first.systems.map((system) => system.content());
    expect(await first.push('after')).toBe(0);
    expect(content(first)).toBe(right);

    const cells = new Map<string, Tried>();
    const cellOf = (i: number, fault: Fault): Tried => {
      const name = SUBJECTS[i]?.name ?? '';
      const cell = cells.get(`${name} ${fault}`) ?? { name, fault, planned: 0, struck: 0, overcome: 0 };
      cells.set(`${name} ${fault}`, cell);
      return cell;
    };
    const pending = cases(requests, IS_WHOLE);
    async function work(lane: Lane): Promise<void> {
      for (const strikes of pending) {
        // oxlint-disable-next-line no-await-in-loop -- a lane is one set of systems
        const code = await pushStruck(lane, strikes);
        for (const [i, system] of lane.systems.entries()) {
          const strike = strikes[i];
          if (strike === undefined) continue;
          const hit = strike.at.filter((at) => at <= system.proxy.count()).length;
          const isRight = JSON.stringify(system.content()) === JSON.stringify(rightOf[i]);
          const cell = cellOf(i, strike.fault);
          cell.planned += strike.at.length;
          cell.struck += hit;
          if (isRight) cell.overcome += hit;
          expect([strike, code === null]).toEqual([strike, isDeadly(strike.fault)]);
        }
        // The program remembers nothing: what is there decides what another push does.
        const isKnown = [formerly, right].includes(content(lane));
        if (isKnown && !IS_WHOLE) continue;
        // oxlint-disable-next-line no-await-in-loop -- a lane is one set of systems
        expect(await lane.push('after')).toBe(0);
        expect([strikes, content(lane)]).toEqual([strikes, right]);
      }
    }
    await Promise.all(lanes.map(work));
    await Promise.all(lanes.flatMap(({ systems }) => systems.flatMap(({ proxy, close }) => [proxy.close(), close()])));
    const tried = [...cells.values()];
    process.stdout.write(`${requests.join(' + ')} requests\n\n${faultTable(tried)}\n`);
    expect(tried.filter(({ struck, planned }) => struck !== planned)).toEqual([]);
    expect(tried.filter(({ fault, struck, overcome }) => !isDeadly(fault) && overcome !== struck)).toEqual([]);
  });
});
