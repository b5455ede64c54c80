import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RenderFlags } from '../actions/render.ts';
import { addDataOptions, addEnvironmentOptions, addExamples } from './options.ts';

/** Narrower ones are a phone's, wider ones nobody's. */
const WIDTHS = { least: 320, most: 4000 };

function pixels(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= WIDTHS.least && number <= WIDTHS.most) return number;
  throw new InvalidArgumentError(`write pixels from ${WIDTHS.least} to ${WIDTHS.most}`);
}

/** What Grafana reads as a time: `now` and steps from it, Unix milliseconds, or a date. */
const RELATIVE = /^now(?:[+-]\d*(?:ms|[smhdwMQy])|\/(?:f[Qy]|[smhdwMQy]))*$/;
const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/;

function time(text: string): string {
  if (RELATIVE.test(text) || /^\d{10,}$/.test(text) || (DATE.test(text) && !Number.isNaN(Date.parse(text))))
    return text;
  throw new InvalidArgumentError('write a time such as now-3h, now/d, 2026-05-01T08:00:00Z or Unix milliseconds');
}

function collected(one: string, others: readonly string[]): readonly string[] {
  return [...others, one];
}

export function define(command: Command): void {
  command.argument('[dashboards...]', 'uids of dashboards (default: every dashboard of the project)');
  addDataOptions(addEnvironmentOptions(command))
    .description(
      'Draw dashboards into files, as the preview shows them. Needs a Chromium: the one on the path, or in CHROME_PATH.\n' +
        'Answers 1 when a panel failed.',
    )
    .option('-o, --out <folder>', 'folder of the pictures, each <uid>.<theme>.<format>', 'pictures')
    .addOption(new Option('--theme <theme>', 'how they look').choices(['dark', 'light', 'both']).default('dark'))
    .addOption(new Option('--format <format>', 'what they are').choices(['png', 'pdf']).default('png'))
    .option('--width <pixels>', 'width of the page', pixels, 1440)
    .option('--from <time>', 'begin of the time range, as in now-3h (default: the dashboard’s own)', time)
    .option('--to <time>', 'end of the time range (default: the dashboard’s own)', time)
    .option('--var <name=value>', 'value of a variable, as often as needed', collected, [])
    .option('--file <file>', 'JSON file with a dashboard to draw too, as often as needed', collected, [])
    .option('--json', 'report as JSON on standard output')
    .action(async (dashboards: readonly string[], flags: RenderFlags) => {
      const { render } = await import('../actions/render.ts');
      process.exitCode = await render(dashboards, flags);
    });
  addExamples(command, [
    ['every dashboard, dark and light', 'binnacle render --theme both'],
    ['one, on an hour of what a Prometheus has', 'binnacle render checkout --from now-1h --data http://localhost:9090'],
    ['as a document', 'binnacle render checkout --theme light --format pdf'],
  ]);
}
