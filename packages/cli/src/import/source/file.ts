import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ExpectedError, systemCode } from '../../expected.ts';
import { readExposition } from '../exposition/read.ts';
import type { Observation } from '../observed.ts';

/** An OpenMetrics file says so only in its last line. */
async function endsWithEof(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(64, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    return /(?:^|\n)# EOF\s*$/.test(tail.toString('latin1'));
  } finally {
    await file.close();
  }
}

/** Reads an exposition saved to a file, or standard input for `-`. */
export async function readFileSource(path: string): Promise<Observation> {
  if (path === '-') return readExposition(process.stdin, 'standard input', 'either');
  try {
    const format = (await endsWithEof(path)) ? 'openmetrics' : 'text';
    return await readExposition(createReadStream(path), path, format);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || error instanceof ExpectedError) throw error;
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'no permission to read it' }[
      code
    ];
    throw new ExpectedError(
      `cannot read ${path}: ${reason ?? code}`,
      'give a file, an http address, or - for standard input',
    );
  }
}
