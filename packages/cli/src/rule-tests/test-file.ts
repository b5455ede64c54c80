import { type Diagnostic, didYouMean, isRecord, type Origin, pointerToken, yamlDocuments } from '@binnacle/model';
import { parseDuration } from '@binnacle/promql';
import type { ActiveAlert, AlertExpectation, QueryExpectation, UnitTest } from '@binnacle/promql/engine/rules';

/** A test as a file has it. */
export interface PlacedTest {
  readonly name?: string;
  readonly test: UnitTest;
  /** Groups in the order they are evaluated in, before all others. */
  readonly groupOrder: readonly string[];
  /** Where a series or an expectation is written. */
  readonly originOf: (part: 'series' | 'rules' | 'alerts' | 'queries', index: number) => Origin;
}

/** A file of tests, and what in it is none. */
export interface TestFile {
  readonly tests: readonly PlacedTest[];
  readonly diagnostics: readonly Diagnostic[];
}

const MINUTE = 60_000;
/** The keys of promtool's format. What is about files is read by promtool alone: here rules are those of the project. */
const FILE_KEYS = ['rule_files', 'evaluation_interval', 'fuzzy_compare', 'group_eval_order', 'tests'];
const TEST_KEYS = [
  'name',
  'interval',
  'input_series',
  'alert_rule_test',
  'promql_expr_test',
  'external_labels',
  'external_url',
];

/** Reads values out of a document and remembers what is wrong, and where. */
interface Reader {
  readonly diagnostics: Diagnostic[];
  readonly origin: (path: string) => Origin;
  readonly wrong: (path: string, message: string, fix?: string) => void;
}

function reader(parts: Readonly<Record<string, Origin>>, file: string): Reader {
  const diagnostics: Diagnostic[] = [];
  const origin = (path: string): Origin => {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const known = parts[at];
      if (known !== undefined || at === '') return known ?? { file, line: 1, column: 1 };
    }
  };
  return {
    diagnostics,
    origin,
    wrong: (path, message, fix) => {
      diagnostics.push({
        rule: 'test/file',
        severity: 'error',
        message,
        origin: origin(path),
        ...(fix !== undefined && { fix }),
      });
    },
  };
}

function knownKeys(read: Reader, [value, path]: readonly [object, string], known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key))
      read.wrong(`${path}/${pointerToken(key)}`, `${key} is not known here`, didYouMean(key, known));
  }
}

function list(read: Reader, value: unknown, path: string): readonly Readonly<Record<string, unknown>>[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every(isRecord)) return value;
  read.wrong(path, 'this is no list of objects');
  return [];
}

function text(read: Reader, value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  read.wrong(path, value === undefined ? `${path.slice(path.lastIndexOf('/') + 1)} is missing` : 'this is no text');
  return '';
}

function duration(read: Reader, value: unknown, path: string, otherwise?: number): number {
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (value === 0) return 0;
  const written = text(read, value, path);
  if (written === '0') return 0;
  const length = parseDuration(written);
  if (length === undefined && written !== '')
    read.wrong(path, `${written} is no duration`, 'write one such as 5m or 1h30m');
  return length ?? 0;
}

function labels(read: Reader, value: unknown, path: string): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    read.wrong(path, 'this is no object of texts');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, text(read, one, `${path}/${pointerToken(name)}`)]),
  );
}

/** A value as PromQL writes it; YAML has special floats of its own. */
function sampleValue(read: Reader, value: unknown, path: string): string {
  if (value === undefined) return '0';
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : text(read, value, path);
}

function alertTest(read: Reader, value: Readonly<Record<string, unknown>>, path: string): AlertExpectation {
  knownKeys(read, [value, path], ['eval_time', 'alertname', 'exp_alerts']);
  const alerts = list(read, value['exp_alerts'], `${path}/exp_alerts`).map((one, i): ActiveAlert => {
    const at = `${path}/exp_alerts/${i}`;
    knownKeys(read, [one, at], ['exp_labels', 'exp_annotations']);
    return {
      labels: labels(read, one['exp_labels'], `${at}/exp_labels`),
      annotations: labels(read, one['exp_annotations'], `${at}/exp_annotations`),
    };
  });
  return {
    time: duration(read, value['eval_time'], `${path}/eval_time`),
    alertname: text(read, value['alertname'], `${path}/alertname`),
    alerts,
  };
}

function queryTest(read: Reader, value: Readonly<Record<string, unknown>>, path: string): QueryExpectation {
  knownKeys(read, [value, path], ['expr', 'eval_time', 'exp_samples']);
  const samples = list(read, value['exp_samples'], `${path}/exp_samples`).map((one, i) => {
    const at = `${path}/exp_samples/${i}`;
    knownKeys(read, [one, at], ['labels', 'value', 'histogram']);
    return {
      labels: text(read, one['labels'] ?? '', `${at}/labels`),
      value:
        one['histogram'] === undefined
          ? sampleValue(read, one['value'], `${at}/value`)
          : text(read, one['histogram'], `${at}/histogram`),
    };
  });
  return {
    time: duration(read, value['eval_time'], `${path}/eval_time`),
    expr: text(read, value['expr'], `${path}/expr`),
    samples,
  };
}

/** Settings of a whole file. */
interface Settings {
  readonly evaluationInterval: number;
  readonly isFuzzy: boolean;
  readonly groupOrder: readonly string[];
}

const SECTIONS = { series: 'input_series', rules: '', alerts: 'alert_rule_test', queries: 'promql_expr_test' } as const;

function placed(
  read: Reader,
  [value, path]: readonly [Readonly<Record<string, unknown>>, string],
  { evaluationInterval, isFuzzy, groupOrder }: Settings,
): PlacedTest {
  knownKeys(read, [value, path], TEST_KEYS);
  const { name, external_url: url } = value;
  const each = <T>(key: string, of: (one: Readonly<Record<string, unknown>>, at: string) => T): readonly T[] =>
    list(read, value[key], `${path}/${key}`).map((one, i) => of(one, `${path}/${key}/${i}`));
  const test: UnitTest = {
    interval: duration(read, value['interval'], `${path}/interval`, evaluationInterval),
    evaluationInterval,
    isFuzzy,
    series: each(SECTIONS.series, (one, at) => {
      knownKeys(read, [one, at], ['series', 'values']);
      return { series: text(read, one['series'], `${at}/series`), values: text(read, one['values'], `${at}/values`) };
    }),
    alerts: each(SECTIONS.alerts, (one, at) => alertTest(read, one, at)),
    queries: each(SECTIONS.queries, (one, at) => queryTest(read, one, at)),
    externalLabels: labels(read, value['external_labels'], `${path}/external_labels`),
    ...(url !== undefined && { externalURL: text(read, url, `${path}/external_url`) }),
  };
  return {
    ...(typeof name === 'string' && { name }),
    test,
    groupOrder,
    originOf: (part, index) => read.origin(part === 'rules' ? path : `${path}/${SECTIONS[part]}/${index}`),
  };
}

/** Reads tests in promtool's format. What is wrong is told where it stands, and no test of the file is run then. */
export async function parseTestFile(content: string, file: string): Promise<TestFile> {
  const { documents, diagnostics } = await yamlDocuments(content, file);
  const tests: PlacedTest[] = [];
  const all = [...diagnostics];
  for (const { value, parts } of documents) {
    const read = reader(parts, file);
    if (isRecord(value) && Array.isArray(value['tests'])) {
      knownKeys(read, [value, ''], FILE_KEYS);
      const order = value['group_eval_order'];
      const settings = {
        evaluationInterval: duration(read, value['evaluation_interval'], '/evaluation_interval', MINUTE),
        isFuzzy: value['fuzzy_compare'] === true,
        groupOrder: Array.isArray(order) ? order.map(String) : [],
      };
      tests.push(...list(read, value['tests'], '/tests').map((one, i) => placed(read, [one, `/tests/${i}`], settings)));
    } else {
      read.wrong('', 'this holds no tests of rules', "write them as promtool reads them: a list under the key 'tests'");
    }
    all.push(...read.diagnostics);
  }
  return { tests: all.length > 0 ? [] : tests, diagnostics: all };
}
