import type { CiMode } from '../ci-report.ts';
import { apply } from './apply.ts';
import { check } from './check.ts';
import { drift } from './drift.ts';
import type { Mode } from './mode.ts';
import { plan } from './plan.ts';

/** Every mode of `binnacle ci`, each the file of that name. */
export const modes: Readonly<Record<CiMode, Mode>> = { apply, check, drift, plan };
