import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { didYouMean } from '@binnacle/model';
import type { PictureFormat, ProjectState, Renderer, Theme } from '@binnacle/preview';
import type { ProjectFlags } from '../config/open-project.ts';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import { createAssembler } from '../preview/assemble.ts';
import { dataOf, type DataFlags } from '../preview/data.ts';
import { drawing } from '../preview/drawing.ts';
import { readProject } from '../preview/read-project.ts';
import { createProgress } from '../progress.ts';
import { renderReporters } from '../reporters/render/index.ts';
import type { DrawnPicture } from '../reporters/render/drawn.ts';
import { painter } from '../terminal.ts';

export interface RenderFlags extends Omit<ProjectFlags, 'env' | 'out'>, DataFlags {
  readonly env?: string;
  readonly out: string;
  readonly theme: Theme | 'both';
  readonly format: PictureFormat;
  readonly width: number;
  readonly from?: string;
  readonly to?: string;
  /** `name=value` of a variable. */
  readonly var: readonly string[];
  readonly file: readonly string[];
  readonly json?: boolean;
}

function parametersOf({ from, to, var: variables }: RenderFlags): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const written of variables) {
    const at = written.indexOf('=');
    if (at <= 0) throw new ExpectedError(`--var ${written} sets nothing`, 'write it as name=value');
    const name = `var-${written.slice(0, at)}`;
    values.set(name, [...(values.get(name) ?? []), written.slice(at + 1)]);
  }
  return { ...Object.fromEntries(values), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The dashboards that are asked for, all of the project without any. */
function wanted(names: readonly string[], { resources }: ProjectState): readonly string[] {
  const known = resources.filter(({ kind }) => kind === 'Dashboard').map(({ metadata }) => metadata.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ExpectedError(`there is no dashboard ${unknown} in this project`, didYouMean(unknown, known));
  if (known.length === 0)
    throw new ExpectedError('the project has no dashboard', 'declare one, or name a JSON file with --file');
  return names.length === 0 ? known.toSorted() : [...new Set(names)];
}

async function drawAll(
  renderer: Renderer,
  uids: readonly string[],
  flags: RenderFlags,
): Promise<readonly DrawnPicture[]> {
  const { out, theme, format, width } = flags;
  const parameters = parametersOf(flags);
  const progress = createProgress(process.stderr, painter(process.stderr));
  const orders = uids.flatMap((uid) =>
    (theme === 'both' ? (['dark', 'light'] as const) : [theme]).map((one) => ({ uid, theme: one })),
  );
  const drawn: DrawnPicture[] = [];
  mkdirSync(out, { recursive: true });
  for (const [i, order] of orders.entries()) {
    progress.show(`drawing ${i + 1}/${orders.length} ${order.uid}`);
    // oxlint-disable-next-line no-await-in-loop -- one window at a time is as fast, and takes less memory
    const { content, panels } = await renderer.picture({ ...order, format, width, parameters });
    const file = join(out, `${order.uid}.${order.theme}.${format}`);
    writeFileSync(file, content);
    drawn.push({ file, uid: order.uid, theme: order.theme, bytes: content.length, panels });
  }
  progress.clear();
  return drawn;
}

/** Draws dashboards as Grafana's libraries draw them, into files. Answers 1 when a panel failed. */
export async function render(names: readonly string[], flags: RenderFlags): Promise<number> {
  const { env, out: _, ...project } = flags;
  const read = await readProject({
    flags: { ...project, ...(env !== undefined && { env: [env] }) },
    files: flags.file.map((file) => resolve(file)),
  });
  const [first] = read.broken;
  if (first !== undefined) {
    const place = first.origin === undefined ? '' : `${first.origin.file}:${first.origin.line}: `;
    throw new ExpectedError(`${place}${first.message}`, first.fix ?? 'run `binnacle check` for all that is wrong');
  }
  const state = createAssembler().state(read);
  const uids = wanted(names, state);
  const data = dataOf(flags, state);
  const pictures = await drawing(state, { data, incidents: flags.incident }, (renderer) =>
    drawAll(renderer, uids, flags),
  );
  const format = flags.json === true ? 'json' : 'text';
  process.stdout.write(renderReporters[format](pictures, painter(process.stdout)));
  return pictures.some(({ panels }) => panels.failed > 0) ? EXIT.findings : EXIT.clean;
}
