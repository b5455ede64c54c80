import { build, type Expr, print, transform } from '@binnacle/promql';
import type { Code } from './layout.ts';
import { rigid } from './layout.ts';
import { writeSelector } from './selector.ts';
import { builder, type Writer } from './written.ts';

/** Text within a template: what would end it or begin a value is escaped, and what the builders take for an escape. */
function escaped(text: string): string {
  return text.replaceAll(/`|\$(?=\{)|(?<=\\)\$/g, String.raw`\$&`);
}

/** Stands where a metric is put in: no metric has such a name. */
const MARK = /binnacle:value:(\d+):/;

/** Raw PromQL with the metrics of contracts put in: `` promql`rate(${checkout.metrics.requests}[5m])` ``. */
export function writeRaw(expr: Expr, writer: Writer): Code {
  const values: Code[] = [];
  const marked = transform(expr, (node) => {
    if (node.type !== 'VectorSelector') return node;
    const { name, matchers } = node;
    // Its offset stays outside of the value: it may belong to a range.
    const written = name === undefined ? undefined : writeSelector(build.selector(name, matchers), writer);
    if (written === undefined) return node;
    values.push(written.code);
    return { ...node, name: `binnacle:value:${values.length - 1}:`, matchers: [] };
  });
  const pieces = print(marked)
    .split(MARK)
    .map((piece, i): Code => (i % 2 === 0 ? escaped(piece) : ['${', rigid(values[Number(piece)] ?? ''), '}']));
  return [builder('promql'), '`', ...pieces, '`'];
}
