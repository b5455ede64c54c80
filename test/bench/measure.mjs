// Timing of whole processes: rounds interleaved between the candidates, medians compared.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Of a second, in /proc: the same on every Linux. */
const CLOCK_TICKS = 100;

/** Runs a command once. @returns seconds of wall time; CPU seconds with its children's and peak resident memory in MiB (Linux; 0 elsewhere). */
export function once(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', options.show ? 'inherit' : 'ignore', 'pipe'], ...options });
    let peak = 0;
    const cpu = new Map();
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    const poll = setInterval(() => {
      peak = Math.max(peak, residentPeak(child.pid));
      noteCpu(child.pid, cpu);
    }, 15);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(poll);
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0 && !options.anyExit)
        reject(new Error(`${command} ${args.join(' ')} exited with ${code}\n${errors}`));
      else resolve({ seconds, cpu: [...cpu.values()].reduce((sum, of) => sum + of, 0), mebibytes: peak });
    });
  });
}

function residentPeak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Notes the CPU seconds of a process and of the processes it started, by id: those of one that ended stay as last seen. */
function noteCpu(pid, cpu) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    cpu.set(pid, (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    for (const child of children === '' ? [] : children.split(' ')) noteCpu(Number(child), cpu);
  } catch {
    // Ended, or not Linux.
  }
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs each candidate `rounds` times, taking turns, so that a slow minute of the machine hits all of them.
 * @param candidates name → { run(), before?() }; `before` is not timed.
 * @returns name → { seconds, cpu, mebibytes }: medians, and the largest peak.
 */
export async function interleaved(candidates, rounds) {
  const results = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { run, before }] of Object.entries(candidates)) {
      await before?.(round);
      results[name].push(await run(round));
    }
  }
  return Object.fromEntries(
    Object.entries(results).map(([name, runs]) => [
      name,
      {
        seconds: median(runs.map((r) => r.seconds)),
        cpu: median(runs.map((r) => r.cpu ?? 0)),
        mebibytes: Math.max(...runs.map((r) => r.mebibytes)),
      },
    ]),
  );
}

/** Prints rows as a Markdown table with aligned columns. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(all[0]), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...all.slice(1).map(line)].join(
    '\n',
  );
}

/** The Chromium of this machine; undefined where there is none. */
export const CHROMIUM = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
