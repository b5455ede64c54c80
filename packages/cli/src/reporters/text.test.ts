import type { Diagnostic } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import type { Presentation, Report } from '../report.ts';
import { text } from './text.ts';

const plain: Presentation = { paint: (_style, part) => part, detail: 'normal', milliseconds: 1234 };
const clean: Report = {
  command: 'check',
  findings: [],
  environments: ['dev', 'prod'],
  definitions: 3,
  counts: { dashboards: 1, alerts: 2, records: 0, services: 1 },
};
const built: Report = {
  ...clean,
  command: 'build',
  built: {
    out: 'out',
    removed: 0,
    environments: [
      { name: 'dev', dashboards: 1, alerts: 2, records: 0, services: 1, files: 4, created: 1, changed: 2, removed: 1 },
      { name: 'prod', dashboards: 1, alerts: 2, records: 0, services: 1, files: 4, created: 0, changed: 0, removed: 0 },
    ],
  },
};

function problem(changes: Partial<Diagnostic> = {}): Diagnostic {
  const origin = { file: 'dashboards/a.ts', line: 3, column: 5 };
  return { rule: 'promql/syntax', severity: 'error', message: 'no function ret', origin, ...changes };
}

describe('a check', () => {
  it('without findings is one line', () => {
    expect(text(clean, plain)).toBe(
      'no problems · 1 dashboard, 2 alerts, 0 records, 1 service from 3 files for dev, prod (1.2 s)\n',
    );
  });

  it('of what was to be compared with something says that it was not', () => {
    const stopped: Report = { ...clean, findings: [problem()], environments: [], outcome: 'nothing was compared' };
    expect(text(stopped, plain).trimEnd().split('\n').at(-1)).toBe('1 error in 1 file · nothing was compared (1.2 s)');
  });

  it('counts health checks where there are some', () => {
    const counts = { ...clean.counts, healthChecks: 2 };
    expect(text({ ...clean, counts }, plain)).toContain('1 service, 2 health checks from 3 files');
  });

  it('shows each finding with place, carets, what it is about and what to write', () => {
    const findings = [
      problem({
        resource: 'Dashboard/a',
        subject: 'p99',
        snippet: { text: 'ret(up[5m])', start: 0, end: 3 },
        fix: "did you mean 'rate'?",
      }),
      problem({ severity: 'warning', message: 'no unit', rule: 'panel/unit' }),
      problem({ severity: 'warning', message: 'no owner', origin: { file: 'services/b.ts', line: 1, column: 1 } }),
      problem({ severity: 'info', message: 'a note' }),
    ];
    expect(text({ ...clean, findings }, plain)).toBe(`dashboards/a.ts:3:5 error no function ret [promql/syntax]
    Dashboard/a › p99
    ret(up[5m])
    ^^^
    fix: did you mean 'rate'?
dashboards/a.ts:3:5 warning no unit [panel/unit]

services/b.ts:1:1 warning no owner [promql/syntax]

1 error, 2 warnings in 2 files (and 1 note: -v shows it) · 1 dashboard, 2 alerts, 0 records, 1 service from 3 files for dev, prod (1.2 s)
`);
  });

  it('shows the other place of a finding about two', () => {
    const findings = [problem({ related: { file: 'dashboards/b.ts', line: 6, column: 1 } })];
    expect(text({ ...clean, findings }, plain)).toContain('\n    the other: dashboards/b.ts:6:1\n');
  });

  it('names the resource of a finding without a place', () => {
    const { origin: _, ...placeless } = problem({ resource: 'Folder/x' });
    expect(text({ ...clean, findings: [placeless] }, plain).split('\n')[0]).toBe(
      'Folder/x error no function ret [promql/syntax]',
    );
  });
});

describe('a build', () => {
  it('says what was made of each environment', () => {
    expect(text(built, plain))
      .toBe(`dev: 1 dashboard, 2 alerts, 0 records, 1 service → 4 files (1 created, 2 changed, 1 removed)
prod: 1 dashboard, 2 alerts, 0 records, 1 service → 4 files (unchanged)
no problems · wrote out (1.2 s)
`);
  });

  it('says when nothing had to be written', () => {
    const [, prod] = built.built?.environments ?? [];
    const same = { ...built, built: { out: 'out', removed: 0, environments: prod === undefined ? [] : [prod] } };
    expect(text(same, plain)).toContain('no problems · out is up to date');
  });

  it('says when nothing was written', () => {
    const { built: _, ...stopped } = built;
    expect(text({ ...stopped, findings: [problem()] }, plain)).toContain(
      '1 error in 1 file · nothing was written; 1 dashboard',
    );
  });

  it('shows the first forty problems, errors before others', () => {
    const many = Array.from({ length: 50 }, (_, n) =>
      problem({ message: `warning ${n}`, rule: `a/r${n}`, severity: 'warning' }),
    );
    const warned = text({ ...built, findings: many }, plain);
    expect([warned.match(/warning \d+/g)?.length, warned.includes('… and 10 more')]).toEqual([40, true]);
    expect(text({ ...built, findings: [...many, problem()] }, plain)).not.toContain('warning 0');
    expect(text({ ...built, command: 'check', findings: many }, plain).match(/warning \d+/g)).toHaveLength(50);
  });
});

describe('how much is said', () => {
  it('quiet: problems and nothing else', () => {
    const quiet: Presentation = { ...plain, detail: 'quiet' };
    expect(text(clean, quiet)).toBe('');
    expect(text({ ...clean, findings: [problem()] }, quiet)).toBe(
      'dashboards/a.ts:3:5 error no function ret [promql/syntax]\n',
    );
  });

  it('the first of many alike, and how to see the others', () => {
    const findings = Array.from({ length: 300 }, (_, n) =>
      problem({
        severity: 'warning',
        message: 'has no parts',
        origin: { file: `services/${n}.ts`, line: 1, column: 1 },
      }),
    );
    const lines = text({ ...clean, findings }, plain).split('\n');
    expect(lines.slice(5, 8)).toEqual(['    … and 297 more like this [promql/syntax]: -v shows them', '', lines[7]]);
    expect(lines[7]).toContain('300 warnings in 300 files');
    expect(text({ ...clean, findings }, { ...plain, detail: 'verbose' }).match(/has no parts/g)).toHaveLength(300);
  });

  it('verbose: notes too', () => {
    const findings = [problem({ severity: 'info', message: 'a note' })];
    expect(text({ ...clean, findings }, { ...plain, detail: 'verbose' })).toContain('info a note');
  });
});
