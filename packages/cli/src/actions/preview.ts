import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '@binnacle/model';
import {
  type Data,
  isLoopback,
  ListenError,
  PAGE_FOLDER,
  type Preview,
  type ProjectState,
  serve,
  type ServedGrafana,
} from '@binnacle/preview';
import type { ProjectFlags } from '../config/open-project.ts';
import { countsOf } from '../counts.ts';
import { EXIT } from '../exit-code.ts';
import { ExpectedError } from '../expected.ts';
import { type CompareFlags, comparersOf } from '../preview/compare/comparers.ts';
import type { EndingComparer } from '../preview/compare/comparer-set.ts';
import { createAssembler } from '../preview/assemble.ts';
import { dataOf, type DataFlags } from '../preview/data.ts';
import { grafanaOf, openGrafana } from '../preview/grafana.ts';
import { assertIncidents } from '../preview/incidents.ts';
import type { ReadAnswer } from '../preview/message.ts';
import { openBrowser } from '../preview/open-browser.ts';
import { createReloader } from '../preview/reloader.ts';
import { previewReporters } from '../reporters/preview/index.ts';
import { severities } from '../report.ts';
import { painter } from '../terminal.ts';

export interface PreviewFlags extends Omit<ProjectFlags, 'env' | 'out'>, DataFlags, CompareFlags {
  readonly env?: string;
  readonly host?: string;
  readonly port?: number;
  readonly open?: boolean;
  readonly json?: boolean;
  /** Address of a Grafana that shows the dashboards too; true for that of the environment. */
  readonly grafana?: string | true;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A finding that stands for a project that cannot be read at all. */
function unreadable({ message, fix }: { readonly message: string; readonly fix?: string | undefined }): Diagnostic {
  return { rule: 'load/config', severity: 'error', message, ...(fix !== undefined && { fix }) };
}

/** What is served, and where. */
interface Serving {
  readonly url: string;
  readonly grafana: string | undefined;
  readonly data: Data;
}

function report({ url, grafana, data }: Serving, state: ProjectState, flags: PreviewFlags): void {
  const { error: errors, warning: warnings } = severities(state.findings);
  const served = {
    url,
    ...(grafana !== undefined && { grafana }),
    project: state.name,
    environment: state.environment.name,
    data: data.describe(),
    counts: countsOf(state.resources),
    findings: { errors, warnings },
  };
  process.stdout.write(previewReporters[flags.json === true ? 'json' : 'text'](served, painter(process.stdout)));
}

function sayBroken(findings: readonly Diagnostic[]): void {
  for (const { origin, message, fix } of findings) {
    const place = origin === undefined ? '' : `${origin.file}:${origin.line}:${origin.column} `;
    say(`${place}error ${message}${fix === undefined ? '' : `\n  ${fix}`}`);
  }
}

async function begin(state: ProjectState, flags: PreviewFlags, comparers: readonly EndingComparer[]): Promise<Preview> {
  const data = dataOf(flags, state);
  const { host, port, open, grafana: named } = flags;
  let grafana: ServedGrafana | undefined;
  try {
    if (named !== undefined) {
      grafana = await openGrafana(grafanaOf(named, state.environment, state.root), state.resources);
    }
    const served = await serve(state, {
      page: PAGE_FOLDER,
      data,
      comparers,
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
      ...(grafana !== undefined && { grafana: grafana.url }),
      onBug: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });
    try {
      assertIncidents(flags.incident, data);
    } catch (error) {
      await served.close();
      throw error;
    }
    if (host !== undefined && !isLoopback(host)) {
      say(`warning: everybody who reaches ${host} sees this project; leave out --host to serve this machine alone`);
    }
    if (!existsSync(join(PAGE_FOLDER, 'index.html'))) say('warning: the page was not built; only its data is served');
    report({ url: served.url, grafana: grafana?.url, data }, state, flags);
    if (open === true) openBrowser(served.url, () => say(`no browser could be opened; open ${served.url} yourself`));
    return {
      ...served,
      update(next) {
        served.update(next);
        grafana?.update(next.resources);
      },
      close: async () => void (await Promise.all([served.close(), grafana?.close()])),
    };
  } catch (error) {
    await grafana?.close();
    if (error instanceof ListenError) throw new ExpectedError(error.message, error.fix);
    throw error;
  }
}

/** Says on the terminal and on the page why definitions do not load. */
function fail(findings: readonly Diagnostic[], running: Promise<Preview>): void {
  sayBroken(findings);
  // A preview that did not begin has said why itself.
  running.then(({ fail: tell }) => tell(findings)).catch(() => undefined);
}

/** Serves the project's dashboards, and shows them anew after each change, until it is interrupted. */
export function preview(files: readonly string[], flags: PreviewFlags): Promise<number> {
  const { env, host: _, port: __, open: ___, json: ____, base: _____, live: ______, ...project } = flags;
  const order = {
    flags: { ...project, ...(env !== undefined && { env: [env] }) },
    files: files.map((file) => resolve(file)),
  };
  const comparers = comparersOf(flags, { config: flags.config, files: order.files, say });
  const assembler = createAssembler();
  return new Promise((done, failed) => {
    let served: Promise<Preview> | undefined;
    let isEnding = false;

    function end(result: () => void): void {
      if (isEnding) return;
      isEnding = true;
      reloader.close();
      for (const comparer of comparers) comparer.close();
      const closed = served === undefined ? Promise.resolve() : served.then((running) => running.close());
      closed.then(result, failed);
    }

    function onAnswer(answer: ReadAnswer): void {
      if (answer.type === 'problem') {
        if (served === undefined) end(() => failed(new ExpectedError(answer.message, answer.fix)));
        else fail([unreadable(answer)], served);
        return;
      }
      const { broken } = answer;
      if (served === undefined) {
        served = begin(assembler.state(answer), flags, comparers);
        served.catch((error: unknown) => {
          served = undefined;
          end(() => failed(error));
        });
        if (broken.length > 0) fail(broken, served);
      } else if (broken.length > 0) {
        fail(broken, served);
      } else {
        const state = assembler.state(answer);
        say('loaded again');
        served.then(({ update }) => update(state)).catch(() => undefined);
      }
    }

    function onCrash(reason: string): void {
      if (served === undefined) end(() => failed(new ExpectedError(reason, 'look at what it printed above')));
      else fail([unreadable({ message: reason })], served);
    }

    const reloader = createReloader(() => ({ ...order, known: assembler.known() }), { onAnswer, onCrash });
    process.once('SIGINT', () => end(() => done(EXIT.interrupted)));
    process.once('SIGTERM', () => end(() => done(EXIT.interrupted)));
  });
}
