import type { ProposedContract } from '../contract/contract.ts';
import { buildersOf, printContract, printLabel } from '../contract/print.ts';
import { commonPrefix, propertyFor } from '../contract/property-name.ts';
import type { ObservedFamily } from '../observed.ts';
import {
  type ContractFile,
  isOpen,
  objectAt,
  propertiesOf,
  readContractFile,
  type WrittenContract,
} from './contract-file.ts';
import { applyEdits, type Edit } from './edits.ts';
import { appendEntries, entryIndent, indentAt } from './insert.ts';
import { leaves, readDomain } from './written-domain.ts';

/** What an import proposes for one service. */
export interface Proposal {
  readonly contracts: readonly ProposedContract[];
  /** Names of contracts that may be added; the others are only compared with what is written. */
  readonly wanted: ReadonlySet<string>;
  /** Metric name → why it may break the naming or cardinality rules. */
  readonly waivers: ReadonlyMap<string, string>;
  /** Every family seen, whether or not a contract is proposed for it. */
  readonly seen: ReadonlyMap<string, ObservedFamily>;
  /** Families that exist and of which nothing was seen but the name. */
  readonly named: ReadonlySet<string>;
}

/** What an import did to a file, or would do. */
export interface Merged {
  readonly text: string;
  readonly added: readonly string[];
  /** `metric{label}` of labels that contracts lacked. */
  readonly addedLabels: readonly string[];
  /** Contracts newly marked, because nothing exposes them. */
  readonly vanished: readonly string[];
  /** Contracts whose mark was taken away. */
  readonly returned: readonly string[];
  /** Where a contract and what is exposed disagree, and the file was left as it is; one line each. */
  readonly differs: readonly string[];
  /** Contracts in the file now. */
  readonly total: number;
}

const VANISHED = '// Not seen by the last import.';

interface Changes {
  readonly edits: Edit[];
  readonly builders: Set<string>;
  readonly addedLabels: string[];
  readonly vanished: string[];
  readonly returned: string[];
  readonly differs: string[];
}

/** Marks a contract nothing exposes any more, or takes the mark away when something does again. */
function mark({ name, start }: WrittenContract, file: ContractFile, seen: boolean, changes: Changes): void {
  const { text, comments } = file;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const marked = comments.find((comment) => {
    const isMark = text.slice(comment.start, comment.end).trimEnd() === VANISHED;
    return isMark && comment.end <= start && /^\s*$/.test(text.slice(comment.end, start));
  });
  if (seen && marked !== undefined) {
    const from = text.lastIndexOf('\n', marked.start - 1) + 1;
    changes.edits.push({ start: from, end: text.indexOf('\n', marked.end) + 1, text: '' });
    changes.returned.push(name);
  }
  if (!seen && marked === undefined) {
    const own = /^\s*$/.test(text.slice(line, start));
    const indent = indentAt(text, start);
    changes.edits.push(
      own
        ? { start: line, end: line, text: `${indent}${VANISHED}\n` }
        : { start, end: start, text: `${VANISHED}\n${indent}  ` },
    );
    changes.vanished.push(name);
  }
}

function listed(names: Iterable<string>): string {
  return [...names].toSorted().join(', ');
}

/** Compares a written contract with the proposed one: adds the labels it lacks and reports what disagrees. */
function compare(
  written: WrittenContract,
  proposed: ProposedContract,
  {
    file,
    family,
    call,
    changes,
  }: { file: ContractFile; family: ObservedFamily; call: (builder: string) => string; changes: Changes },
): void {
  const { name, options } = written;
  const { spec, seen } = proposed;
  if (written.type !== spec.type)
    changes.differs.push(`${name} is declared as a ${written.type} and exposed as a ${spec.type}`);
  if (options === undefined || isOpen(options)) return;
  const labels = objectAt(options, 'labels');
  const opaque = labels === undefined ? propertiesOf(options).has('labels') : isOpen(labels);
  if (opaque) return;
  const declared = labels === undefined ? new Map() : propertiesOf(labels);
  const missing = spec.labels.filter((label) => !declared.has(label.name));
  if (missing.length > 0) {
    const holder = labels ?? options;
    const indent = entryIndent(file.text, holder);
    const inner = labels === undefined ? `${indent}  ` : indent;
    const lines = missing.map((label) =>
      printLabel(label.name, label.domain, { indent: inner, seen: seen.get(label.name), call }),
    );
    const entries = labels === undefined ? [`${indent}labels: {`, ...lines, `${indent}},`] : lines;
    changes.edits.push(...appendEntries(file.text, holder, { entries, comments: file.comments }));
    changes.addedLabels.push(...missing.map((label) => `${name}{${label.name}}`));
    for (const builder of buildersOf({ spec: { ...spec, labels: missing }, seen }).slice(1))
      changes.builders.add(builder);
  }
  for (const [label, property] of labels === undefined ? [] : propertiesOf(labels)) {
    const observed = family.labels.get(label);
    const domain = readDomain(property.value, file);
    if (observed === undefined) changes.differs.push(`label ${label} of ${name} is declared and was not seen`);
    const problem = observed === undefined || domain === undefined ? undefined : leaves(domain, observed);
    if (problem !== undefined) changes.differs.push(`label ${label} of ${name} ${problem}`);
  }
  const buckets = propertiesOf(options).get('buckets')?.value;
  if (buckets?.type === 'ArrayExpression' && spec.buckets !== undefined) {
    const bounds = buckets.elements.map((element) => (element?.type === 'Literal' ? element.value : undefined));
    if (bounds.every((bound) => typeof bound === 'number') && bounds.join() !== spec.buckets.join()) {
      changes.differs.push(
        `${name} is declared with the buckets ${listed(bounds.map(String))} and exposed with ${listed(spec.buckets.map(String))}`,
      );
    }
  }
}

/** Adds builders to the import of the file, or an import to the file. */
function importEdits(
  { text, imports, builders, namespace, comments }: ContractFile,
  needed: ReadonlySet<string>,
): Edit[] {
  const missing = [...needed].filter((builder) => !builders.has(builder)).toSorted();
  if (missing.length === 0 || (imports === undefined && namespace !== undefined)) return [];
  const last = imports?.specifiers.at(-1);
  if (imports === undefined || last === undefined) {
    const [header] = comments;
    const after =
      header?.start === 0 && /^\r?\n\s*\n/.test(text.slice(header.end)) ? text.indexOf('\n', header.end) + 1 : 0;
    return [
      {
        start: after,
        end: after,
        text: `import { ${missing.join(', ')} } from '@binnacle/builders';\n${after === 0 ? '\n' : ''}`,
      },
    ];
  }
  const named = imports.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier');
  const names = named.map(({ start, end }) => text.slice(start, end));
  const sorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
  const [first] = named;
  if (first === undefined) return [];
  // One line in alphabetical order stays so; anything else is only added to.
  if (sorted && !text.slice(first.start, last.end).includes('\n')) {
    return [{ start: first.start, end: last.end, text: [...names, ...missing].toSorted().join(', ') }];
  }
  return [{ start: last.end, end: last.end, text: missing.map((builder) => `, ${builder}`).join('') }];
}

function skeleton(service: string): string {
  return `/** What ${service} exposes. Importing again adds what is new and keeps every edit. */\nexport const metrics = {\n};\n`;
}

/**
 * Brings a contract file up to what a service exposes, by edits of its text: adds contracts and labels, marks contracts that
 * nothing exposes, and never changes or removes what is written. Without a file it makes one.
 */
export async function merge(
  existing: string | undefined,
  { path, service, proposal }: { path: string; service: string; proposal: Proposal },
): Promise<Merged> {
  const file = await readContractFile(existing ?? skeleton(service), path);
  const { contracts, wanted, waivers, seen, named } = proposal;
  const call = (builder: string): string =>
    file.builders.get(builder) ??
    (file.imports === undefined && file.namespace !== undefined ? `${file.namespace}.${builder}` : builder);
  const changes: Changes = { edits: [], builders: new Set(), addedLabels: [], vanished: [], returned: [], differs: [] };

  const proposed = new Map(contracts.map((contract) => [contract.spec.name, contract]));
  for (const written of file.contracts) {
    const contract = proposed.get(written.name);
    const family = seen.get(written.name);
    mark(written, file, family !== undefined || named.has(written.name), changes);
    if (contract !== undefined && family !== undefined) compare(written, contract, { file, family, call, changes });
  }

  const known = new Set(file.contracts.map(({ name }) => name));
  const added = contracts.filter(({ spec }) => wanted.has(spec.name) && !known.has(spec.name));
  const prefix = commonPrefix([...known, ...added.map(({ spec }) => spec.name)]);
  const taken = new Set(propertiesOf(file.metrics).keys());
  const entries = added.map((contract) => {
    const property = propertyFor(contract.spec.name, prefix, taken);
    taken.add(property);
    for (const builder of buildersOf(contract)) changes.builders.add(builder);
    const waiver = waivers.get(contract.spec.name);
    return printContract(property, contract, { indent: entryIndent(file.text, file.metrics), waiver, call });
  });
  changes.edits.push(...appendEntries(file.text, file.metrics, { entries, comments: file.comments }));
  changes.edits.push(...importEdits(file, changes.builders));

  return {
    text: applyEdits(file.text, changes.edits),
    added: added.map(({ spec }) => spec.name),
    addedLabels: changes.addedLabels,
    vanished: changes.vanished,
    returned: changes.returned,
    differs: changes.differs,
    total: known.size + added.length,
  };
}
