import type { Comment, Expression, ImportDeclaration, ObjectExpression, ObjectProperty } from 'oxc-parser';
import type { MetricType } from '@binnacle/model';
import { ExpectedError } from '../../expected.ts';
import { BUILDERS } from '../contract/print.ts';

const BUILDERS_MODULE = '@binnacle/builders';
const TYPES: ReadonlyMap<string, MetricType> = new Map([
  [BUILDERS.counter, 'counter'],
  [BUILDERS.gauge, 'gauge'],
  [BUILDERS.histogram, 'histogram'],
  [BUILDERS['native-histogram'], 'native-histogram'],
  [BUILDERS.summary, 'summary'],
  [BUILDERS.info, 'info'],
]);

/** A metric declared in a file: where, and what of it an import compares. */
export interface WrittenContract {
  readonly name: string;
  readonly type: MetricType;
  /** Start of the property or statement that declares it. */
  readonly start: number;
  readonly options: ObjectExpression | undefined;
}

/** A file of contracts as far as an import has to understand it. */
export interface ContractFile {
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly contracts: readonly WrittenContract[];
  /** The object that new contracts go to. */
  readonly metrics: ObjectExpression;
  /** Builder → the name it goes by in this file. */
  readonly builders: ReadonlyMap<string, string>;
  /** `b` of `import * as b from '@binnacle/builders'`. */
  readonly namespace: string | undefined;
  /** The import of builders by name, when there is one. */
  readonly imports: ImportDeclaration | undefined;
  /** The builder that a call calls, whatever name it goes by; undefined when that is no name. */
  readonly builderOf: (callee: Expression) => string | undefined;
}

/** The expression inside `as const`, `satisfies` and parentheses. */
function unwrap(expression: Expression | null | undefined): Expression | undefined {
  let inner = expression ?? undefined;
  while (
    inner?.type === 'TSAsExpression' ||
    inner?.type === 'TSSatisfiesExpression' ||
    inner?.type === 'ParenthesizedExpression'
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** A string written out, in quotes or in backquotes without anything computed. */
export function literalText(expression: Expression | undefined): string | undefined {
  if (expression?.type === 'Literal') return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression?.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}

function keyOf({ key, computed }: ObjectProperty): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  return key.type === 'PrivateIdentifier' || key.type === 'Identifier' ? undefined : literalText(key);
}

/** The properties of an object literal by key; computed ones and spreads have none. */
export function propertiesOf(object: ObjectExpression): ReadonlyMap<string, ObjectProperty> {
  return new Map(
    object.properties.flatMap((property) => {
      const key = property.type === 'Property' ? keyOf(property) : undefined;
      return key === undefined || property.type !== 'Property' ? [] : [[key, property] as const];
    }),
  );
}

/** True when an object holds more than its text says. */
export function isOpen(object: ObjectExpression): boolean {
  return object.properties.some((property) => property.type === 'SpreadElement' || keyOf(property) === undefined);
}

/** The object literal that is the value of a property. */
export function objectAt(object: ObjectExpression, key: string): ObjectExpression | undefined {
  const value = unwrap(propertiesOf(object).get(key)?.value);
  return value?.type === 'ObjectExpression' ? value : undefined;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Reads a contract file. Fails, naming the line, on one that is not TypeScript or has no place for contracts. */
export async function readContractFile(text: string, path: string): Promise<ContractFile> {
  const { parseSync, Visitor } = await import('oxc-parser');
  const { program, comments, errors } = parseSync(path, text, { lang: 'ts', sourceType: 'module' });
  const [error] = errors;
  if (error !== undefined) {
    const line = lineOf(text, error.labels[0]?.start ?? 0);
    throw new ExpectedError(`${path}:${line}: ${error.message}`, 'mend the file, or give another one with --out');
  }

  const builders = new Map<string, string>();
  const locals = new Map<string, string>();
  let namespace: string | undefined;
  let imports: ImportDeclaration | undefined;
  const contracts: WrittenContract[] = [];
  const objects: { readonly node: ObjectExpression; direct: number }[] = [];
  const enclosing: number[] = [];
  let exported: ObjectExpression | undefined;

  function builderOf(callee: Expression): string | undefined {
    if (callee.type === 'Identifier') return locals.get(callee.name) ?? callee.name;
    if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier') return undefined;
    return callee.object.name === namespace && callee.property.type === 'Identifier' ? callee.property.name : undefined;
  }

  new Visitor({
    ImportDeclaration(node) {
      if (node.source.value !== BUILDERS_MODULE || node.importKind === 'type') return;
      for (const specifier of node.specifiers) {
        if (specifier.type === 'ImportNamespaceSpecifier') namespace = specifier.local.name;
        if (specifier.type !== 'ImportSpecifier') continue;
        imports ??= node;
        const { imported, local } = specifier;
        const name = imported.type === 'Identifier' ? imported.name : imported.value;
        builders.set(name, local.name);
        locals.set(local.name, name);
      }
    },
    ExportNamedDeclaration(node) {
      if (node.declaration?.type !== 'VariableDeclaration') return;
      for (const { id, init } of node.declaration.declarations) {
        const value = unwrap(init);
        if (id.type === 'Identifier' && id.name === 'metrics' && value?.type === 'ObjectExpression') exported = value;
      }
    },
    VariableDeclaration: ({ start }) => void enclosing.push(start),
    'VariableDeclaration:exit': () => void enclosing.pop(),
    Property: ({ start }) => void enclosing.push(start),
    'Property:exit': () => void enclosing.pop(),
    ObjectExpression: (node) => void objects.push({ node, direct: 0 }),
    CallExpression(node) {
      const type = TYPES.get(builderOf(node.callee) ?? '');
      const [first, second] = node.arguments;
      const name = first === undefined || first.type === 'SpreadElement' ? undefined : literalText(first);
      if (type === undefined || name === undefined) return;
      const options = second === undefined || second.type === 'SpreadElement' ? undefined : unwrap(second);
      contracts.push({
        name,
        type,
        start: enclosing.at(-1) ?? node.start,
        options: options?.type === 'ObjectExpression' ? options : undefined,
      });
      const holder = objects.find(({ node: object }) =>
        object.properties.some(({ start }) => start === enclosing.at(-1)),
      );
      if (holder !== undefined) holder.direct += 1;
    },
  }).visit(program);

  const fullest = objects.toSorted((a, b) => b.direct - a.direct)[0];
  const metrics = exported ?? (fullest !== undefined && fullest.direct > 0 ? fullest.node : undefined);
  if (metrics === undefined) {
    throw new ExpectedError(
      `${path} has no object to put contracts in`,
      'add `export const metrics = {};`, or give another file with --out',
    );
  }
  return { text, comments, contracts, metrics, builders, namespace, imports, builderOf };
}
