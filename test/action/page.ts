import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A step of a page that tells how something is done. */
export type PageStep =
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  /** Something that happens elsewhere, between `<!-- -->`. */
  | { readonly kind: 'event'; readonly text: string };

function pageText(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** The steps of a page in their order: commands line by line, files that name themselves in their first line, events. */
export function pageSteps(name: string): readonly PageStep[] {
  const found = pageText(name).matchAll(/```(\w+)\n([\s\S]*?)```|<!-- (.*?) -->/g);
  return [...found].flatMap(([, language, body = '', event]): PageStep[] => {
    if (event !== undefined) return [{ kind: 'event', text: event }];
    if (language === 'sh') {
      const lines = body.split('\n').map((line) => line.replace(/\s+#.*$/, ''));
      return lines.filter((line) => line !== '').map((line) => ({ kind: 'command', line }));
    }
    const path = /^(?:\/\/|#) (\S+\.\w+)\n/.exec(body);
    if (path === null) throw new Error(`docs/${name}: a block of ${language} does not name its file`);
    return [{ kind: 'file', path: path[1] ?? '', text: body.slice(path[0].length) }];
  });
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, boolean | string> }[] }
    >
  >;
}

/** What the job of an example workflow hands to the action, with expressions replaced. */
export function jobInputs(
  [page, file, job]: readonly [page: string, file: string, job: string],
  values: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const blocks = [...pageText(page).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const text = blocks.find((block) => block.startsWith(`# .github/workflows/${file}\n`)) ?? '';
  const workflow = parse(text) as Workflow;
  const step = workflow.jobs[job]?.steps.find(({ uses }) => uses?.startsWith('binnacle/') === true);
  if (step === undefined) throw new Error(`${file} has no job ${job} that uses the action`);
  return Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]): [string, string] => [
      name,
      String(value).replaceAll(/\$\{\{ (.*?) \}\}/g, (_all, expression: string) => {
        const known = values[expression];
        if (known === undefined) throw new Error(`${file}: nobody says what ${expression} is`);
        return known;
      }),
    ]),
  );
}
