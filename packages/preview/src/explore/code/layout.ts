/** Code before it is broken over lines: text, an imported name, pieces after each other, or a list in brackets. */
export type Code = string | Name | readonly Code[] | List | Chain;

/** A name that has to be imported. */
export interface Name {
  /** What it is called here. */
  readonly local: string;
  /** What the module exports: `default` for its default. */
  readonly exported: string;
  readonly module: string;
}

/** A list in brackets: on one line where it fits, else an item on each line. */
interface List {
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  /** Between bracket and items on one line: a space in objects. */
  readonly pad: '' | ' ';
}

/** Methods called one after the other: on one line where they fit, else each on its own when there are several. */
interface Chain {
  readonly head: Code;
  readonly calls: readonly Code[];
}

/** Columns of a line, as Prettier is set up here. */
const WIDTH = 120;
const INDENT = '  ';

/** `name(a, b)` */
export function call(name: Code, ...args: readonly Code[]): Code {
  return [name, { open: '(', items: args, close: ')', pad: '' }];
}

/** `head.a(…).b(…)`: the calls are written with their dots. */
export function chain(head: Code, ...calls: readonly Code[]): Code {
  if (calls.length === 0) return head;
  return isChain(head) ? { head: head.head, calls: [...head.calls, ...calls] } : { head, calls };
}

/** `{ a: 1, b: 2 }`, or as `entries` that are whole already. */
export function object(entries: readonly Code[]): Code {
  return entries.length === 0 ? '{}' : { open: '{', items: entries, close: '}', pad: ' ' };
}

/** `[a, b]` */
export function array(items: readonly Code[]): Code {
  return { open: '[', items, close: ']', pad: '' };
}

function isList(code: Code): code is List {
  return typeof code === 'object' && 'open' in code;
}

function isChain(code: Code): code is Chain {
  return typeof code === 'object' && 'head' in code;
}

/** What some code is made of, where it is no list. */
function piecesOf(code: readonly Code[] | Chain): readonly Code[] {
  return isChain(code) ? [code.head, ...code.calls] : code;
}

function isName(code: Code): code is Name {
  return typeof code === 'object' && 'module' in code;
}

/** Every name that has to be imported for some code, each once. */
export function namesIn(code: Code): readonly Name[] {
  const found = new Map<string, Name>();
  const visit = (one: Code): void => {
    if (typeof one === 'string') return;
    if (isName(one)) found.set(`${one.module} ${one.local}`, one);
    else for (const piece of isList(one) ? one.items : piecesOf(one)) visit(piece);
  };
  visit(code);
  return [...found.values()];
}

/** The code on one line. */
function flat(code: Code): string {
  if (typeof code === 'string') return code;
  if (isName(code)) return code.local;
  if (!isList(code)) return piecesOf(code).map(flat).join('');
  return `${code.open}${code.pad}${code.items.map(flat).join(', ')}${code.pad}${code.close}`;
}

/** The same code, never broken. */
export function rigid(code: Code): Code {
  if (typeof code === 'string' || isName(code)) return code;
  if (!isList(code)) return piecesOf(code).map(rigid);
  const items = code.items.flatMap((item, i) => (i === 0 ? [rigid(item)] : [', ', rigid(item)]));
  return [code.open, code.pad, ...items, code.pad, code.close];
}

/** Where a piece of code stands: how far its line is indented, where it begins, and how much follows it on its last line. */
interface Place {
  readonly indent: string;
  readonly column: number;
  readonly after: number;
}

function columnAfter(text: string, column: number): number {
  const line = text.lastIndexOf('\n');
  return line < 0 ? column + text.length : text.length - line - 1;
}

function isBreakable(code: Code): boolean {
  if (typeof code === 'string' || isName(code)) return false;
  return isList(code) ? code.items.length > 0 : piecesOf(code).some(isBreakable);
}

/** What follows on the line of a piece at the least: up to the first bracket that may be broken. */
function headOf(pieces: readonly Code[]): number {
  let head = 0;
  for (const piece of pieces) {
    if (isList(piece)) return head + piece.open.length;
    if (typeof piece === 'object' && !isName(piece) && isBreakable(piece)) return head + headOf(piecesOf(piece));
    head += flat(piece).length;
  }
  return head;
}

function brokenList(list: List, { indent }: Place): string {
  const inner = indent + INDENT;
  const lines = list.items.map(
    (item) => `${inner}${laidOut(item, { indent: inner, column: inner.length, after: 1 })},`,
  );
  return [list.open, ...lines, `${indent}${list.close}`].join('\n');
}

/** The list with all on one line but its last item, which is broken: `f(a, {` … `})`. */
function hugged(list: List, place: Place): string | undefined {
  const last = list.items.at(-1);
  if (list.open !== '(' || last === undefined || !isList(last) || last.items.length === 0) return undefined;
  const before = [list.open, ...list.items.slice(0, -1).map((item) => `${flat(item)}, `)].join('');
  const column = place.column + before.length;
  if (column + last.open.length > WIDTH) return undefined;
  const text = laidOut(last, { indent: place.indent, column, after: list.close.length + place.after });
  return before + text + list.close;
}

function brokenChain({ head, calls }: Chain, { indent, column, after }: Place): string {
  const inner = indent + INDENT;
  const lines = calls.map((one, i) => {
    const follows = i === calls.length - 1 ? after : 0;
    return inner + laidOut(one, { indent: inner, column: inner.length, after: follows });
  });
  return [laidOut(head, { indent, column, after: 0 }), ...lines].join('\n');
}

function laidOut(code: Code, place: Place): string {
  const { indent, column, after } = place;
  const whole = flat(code);
  if (column + whole.length + after <= WIDTH || typeof code === 'string' || isName(code)) return whole;
  if (isList(code)) return code.items.length === 0 ? whole : (hugged(code, place) ?? brokenList(code, place));
  if (isChain(code) && code.calls.length > 1) return brokenChain(code, place);
  let text = '';
  for (const [i, piece] of piecesOf(code).entries()) {
    const rest = piecesOf(code).slice(i + 1);
    const follows = rest.some(isBreakable) ? headOf(rest) : rest.map(flat).join('').length + after;
    text += laidOut(piece, { indent, column: columnAfter(text, column), after: follows });
  }
  return text;
}

/** Code over as few lines as fit, `indent` spaces from the left. What follows its last line is `after` columns long. */
export function layout(code: Code, after = 1): string {
  return laidOut(code, { indent: '', column: 0, after });
}
