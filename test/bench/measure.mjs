// Timing of whole processes: rounds interleaved between the candidates, medians compared.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Runs a command once. @returns seconds of wall time and the peak resident memory in MiB (Linux; 0 elsewhere). */
export function once(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', options.show ? 'inherit' : 'ignore', 'pipe'], ...options });
    let peak = 0;
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    const poll = setInterval(() => (peak = Math.max(peak, residentPeak(child.pid))), 15);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(poll);
      const seconds = (performance.now() - started) / 1000;
      if (code !== 0 && !options.anyExit)
        reject(new Error(`${command} ${args.join(' ')} exited with ${code}\n${errors}`));
      else resolve({ seconds, mebibytes: peak });
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

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs each candidate `rounds` times, taking turns, so that a slow minute of the machine hits all of them.
 * @param candidates name → { run(), before?() }; `before` is not timed.
 * @returns name → { seconds, mebibytes } medians.
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
      { seconds: median(runs.map((r) => r.seconds)), mebibytes: Math.max(...runs.map((r) => r.mebibytes)) },
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
