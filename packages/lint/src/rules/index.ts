import type { Rule } from '../rule.ts';
import { bucket } from './contracts/bucket.ts';
import { counter } from './contracts/counter.ts';
import { labelValue } from './contracts/label-value.ts';
import { label } from './contracts/label.ts';
import { rateOfGauge } from './contracts/rate-of-gauge.ts';
import { unknownMetric } from './contracts/unknown-metric.ts';
import { baseUnit } from './metrics/base-unit.ts';
import { buckets } from './metrics/buckets.ts';
import { cardinality } from './metrics/cardinality.ts';
import { characters } from './metrics/characters.ts';
import { conflict } from './metrics/conflict.ts';
import { help } from './metrics/help.ts';
import { infoSuffix } from './metrics/info-suffix.ts';
import { labelDomain } from './metrics/label-domain.ts';
import { labelInName } from './metrics/label-in-name.ts';
import { labelName } from './metrics/label-name.ts';
import { prefix } from './metrics/prefix.ts';
import { proceduralName } from './metrics/procedural-name.ts';
import { reservedSuffix } from './metrics/reserved-suffix.ts';
import { timestamp } from './metrics/timestamp.ts';
import { totalSuffix } from './metrics/total-suffix.ts';
import { typeInName } from './metrics/type-in-name.ts';
import { unitSuffix } from './metrics/unit-suffix.ts';
import { waiver } from './metrics/waiver.ts';
import { requires } from './promql/requires.ts';
import { syntax } from './promql/syntax.ts';
import { windows } from './promql/windows.ts';
import { severity } from './rule/severity.ts';
import { template } from './rule/template.ts';
import { batchPeriod } from './services/batch-period.ts';
import { failures } from './services/failures.ts';
import { instrumentation } from './services/instrumentation.ts';
import { parts } from './services/parts.ts';
import { runbook } from './services/runbook.ts';
import { sloCounter } from './slo/counter.ts';

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
  bucket,
  counter,
  label,
  labelValue,
  rateOfGauge,
  unknownMetric,
  baseUnit,
  buckets,
  cardinality,
  characters,
  conflict,
  help,
  infoSuffix,
  labelDomain,
  labelInName,
  labelName,
  prefix,
  proceduralName,
  reservedSuffix,
  timestamp,
  totalSuffix,
  typeInName,
  unitSuffix,
  waiver,
  requires,
  syntax,
  windows,
  severity,
  template,
  batchPeriod,
  failures,
  instrumentation,
  parts,
  runbook,
  sloCounter,
];
