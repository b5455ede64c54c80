import { accessSync, constants, statSync } from 'node:fs';
import type { Diagnostic } from '@binnacle/model';
import { systemCode } from '../expected.ts';

/** A definition file larger than this is a mistake: generated data, or a glob that catches too much. */
const LARGEST_DEFINITION = 10 * 1024 * 1024;

/** Why a definition file cannot be loaded at all; undefined when it can. */
export function unusable(file: string): Diagnostic | undefined {
  const origin = { file, line: 1, column: 1 };
  try {
    const { size } = statSync(file);
    accessSync(file, constants.R_OK);
    if (size <= LARGEST_DEFINITION) return undefined;
    const megabytes = (size / 1024 / 1024).toFixed(1);
    const message = `this file is ${megabytes} MB large; a definition file may have 10 MB`;
    return { rule: 'load/size', severity: 'error', message, origin, fix: 'split it, or add it to `exclude`' };
  } catch (error) {
    const message = `cannot read this file (${systemCode(error) ?? String(error)})`;
    return { rule: 'load/unreadable', severity: 'error', message, origin, fix: 'restore it, or add it to `exclude`' };
  }
}
