const CONTEXT = 3;

type Step = readonly [mark: ' ' | '-' | '+', line: string];

/** Shortest way from one list of lines to the other (Myers, "An O(ND) Difference Algorithm"). */
function steps(a: readonly string[], b: readonly string[]): Step[] {
  const trace: Map<number, number>[] = [];
  const furthest = new Map<number, number>([[1, 0]]);
  const reach = (k: number): number => furthest.get(k) ?? -1;
  for (let d = 0; d <= a.length + b.length; d += 1) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && reach(k - 1) < reach(k + 1)) ? reach(k + 1) : reach(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a, b);
    }
  }
  return [];
}

function walkBack(trace: readonly Map<number, number>[], a: readonly string[], b: readonly string[]): Step[] {
  const found: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = (k: number): number => trace[d]?.get(k) ?? -1;
    const k = x - y;
    const before = k === -d || (k !== d && reach(k - 1) < reach(k + 1)) ? k + 1 : k - 1;
    const start = reach(before);
    while (x > start && y > start - before) {
      x -= 1;
      y -= 1;
      found.push([' ', a[x] ?? '']);
    }
    if (d === 0) break;
    if (x === start) found.push(['+', b[(y -= 1)] ?? '']);
    else found.push(['-', a[(x -= 1)] ?? '']);
  }
  return found.toReversed();
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** A unified diff of two texts, without file names; empty when they are equal. */
export function unifiedDiff(before: string, after: string): string {
  const all = steps(lines(before), lines(after));
  const near = (index: number): boolean =>
    all.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([mark]) => mark !== ' ');
  const output: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (let index = 0; index < all.length;) {
    let end = index;
    while (end < all.length && near(end)) end += 1;
    const hunk = all.slice(index, end);
    const count = (skip: string): number => hunk.filter(([mark]) => mark !== skip).length;
    if (hunk.length > 0) {
      const [removed, added] = [count('+'), count('-')];
      output.push(
        `@@ -${removed === 0 ? oldLine - 1 : oldLine},${removed} +${added === 0 ? newLine - 1 : newLine},${added} @@`,
      );
      output.push(...hunk.map(([mark, line]) => mark + line));
      oldLine += removed;
      newLine += added;
      index = end;
    } else {
      index += 1;
      oldLine += 1;
      newLine += 1;
    }
  }
  return output.length === 0 ? '' : `${output.join('\n')}\n`;
}
