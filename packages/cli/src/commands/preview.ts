import { type Command, InvalidArgumentError } from 'commander';
import type { PreviewFlags } from '../actions/preview.ts';
import { addDataOptions, addEnvironmentOptions, addExamples } from './options.ts';

function portNumber(text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError('write a port from 0 to 65535');
}

export function define(command: Command): void {
  command.argument('[files...]', 'JSON files with dashboards to show too: resources, classic JSON, exports of Grafana');
  addDataOptions(addEnvironmentOptions(command))
    .description(
      "Serve the dashboards of the project on this machine, drawn with Grafana's own libraries and no Grafana.\n" +
        'Every save shows; what does not compile leaves the last good page and says why.',
    )
    .option('-p, --port <port>', 'port to listen on (default: 4477, or the next one that is free)', portNumber)
    .option('--host <address>', 'address to listen on, for others than this machine (default: 127.0.0.1)')
    .option('-o, --open', 'open the page in the browser')
    .option(
      '--base [revision]',
      'compare with a revision (default: where the branch left the default branch); without it, the page offers to',
    )
    .option('--live', "compare with what the environment's systems hold, with its credentials; they are only read")
    .option(
      '-g, --grafana [url]',
      'show the dashboards in a Grafana too, which is read and never written to: that of the environment, or the one at this address (token in GRAFANA_TOKEN)',
    )
    .option('--json', 'print where it is served as JSON on standard output')
    .action(async (files: readonly string[], flags: PreviewFlags) => {
      const { preview } = await import('../actions/preview.ts');
      process.exitCode = await preview(files, flags);
    });
  addExamples(command, [
    ['the project in the browser, on sample data', 'binnacle preview --open'],
    [
      'as production has it, while the checkout service fails',
      'binnacle preview --env production --incident checkout.errors',
    ],
    ['on what a Prometheus has', 'binnacle preview --data https://prometheus.example.com'],
    ['on what was recorded during an incident', 'binnacle preview --data incident.om --shift'],
    ['what this branch changes, before and after side by side', 'binnacle preview --base --open'],
    ['what a push to production would change', 'binnacle preview --env production --live'],
    ['in the Grafana of an environment too, before anything is pushed', 'binnacle preview --env production --grafana'],
    ['a dashboard that somebody exported', 'binnacle preview dashboard.json'],
  ]);
}
