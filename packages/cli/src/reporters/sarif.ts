import type { Diagnostic } from '@binnacle/model';
import { findingIdentity } from '../finding-identity.ts';
import type { Reporter } from '../report.ts';
import { version } from '../version.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

function location({ file, line, column }: NonNullable<Diagnostic['origin']>): unknown {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: { startLine: Math.max(line, 1), startColumn: Math.max(column, 1) },
    },
  };
}

function result(finding: Diagnostic): unknown {
  const { rule, severity, message, subject, fix, origin, related } = finding;
  const text = `${subject === undefined ? '' : `${subject}: `}${message}${fix === undefined ? '' : ` (fix: ${fix})`}`;
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text },
    ...(origin !== undefined && { locations: [location(origin)] }),
    ...(related !== undefined && { relatedLocations: [location(related)] }),
    partialFingerprints: { 'binnacle/v1': findingIdentity(finding) },
  };
}

/** SARIF 2.1.0 of findings. */
export function sarifText(findings: readonly Diagnostic[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted().map((id) => ({ id }));
  const driver = { name: 'binnacle', version: version(), rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(result) };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** For code scanning: findings on the lines of the definition files. */
export const sarif: Reporter = ({ findings }) => sarifText(findings);
