import { highlight, type Token } from '../inspect/highlight.ts';

/** A piece of a query, and whether the other version lacks it. */
export interface DiffToken extends Token {
  readonly changed: boolean;
}

/** Two versions of a query in pieces. */
export interface QueryDiff {
  readonly before: readonly DiffToken[];
  readonly after: readonly DiffToken[];
}

/** Pairs of pieces that are compared; above, all of both versions counts as changed. */
const MOST_PAIRS = 250_000;
const PARTS = /\s+|[\w:]+|[<>=!~]+|[^\s\w]/g;

function pieces(query: string): readonly Token[] {
  return highlight(query).flatMap((token): readonly Token[] =>
    token.kind === 'plain' ? (token.text.match(PARTS) ?? []).map((text) => ({ kind: 'plain', text })) : [token],
  );
}

function isSpace({ text }: Token): boolean {
  return text.trim() === '';
}

/** The pieces that count. */
function texts(tokens: readonly Token[]): string[] {
  return tokens.filter((token) => !isSpace(token)).map(({ text }) => text);
}

/** Which of both lists are in their longest common subsequence. */
function kept(
  before: readonly string[],
  after: readonly string[],
): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const [left, right] = [new Set<number>(), new Set<number>()];
  if (before.length * after.length > MOST_PAIRS) return [left, right];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      left.add(i++);
      right.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [left, right];
}

/** Marks what was not kept; space between two changed pieces belongs to them. */
function marked(tokens: readonly Token[], same: ReadonlySet<number>): readonly DiffToken[] {
  let index = 0;
  const found = tokens.map((token) => ({ ...token, changed: !isSpace(token) && !same.has(index++) }));
  return found.map((token, i) =>
    isSpace(token) ? { ...token, changed: found[i - 1]?.changed === true && found[i + 1]?.changed === true } : token,
  );
}

/** What of a query went and what came, piece by piece. White space is no difference. */
export function queryDiff(before: string, after: string): QueryDiff {
  const [old, next] = [pieces(before), pieces(after)];
  const [left, right] = kept(texts(old), texts(next));
  return { before: marked(old, left), after: marked(next, right) };
}
