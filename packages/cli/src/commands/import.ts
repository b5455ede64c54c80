import type { Command } from 'commander';
import type { ImportMetricsFlags } from '../import/import-metrics.ts';
import { addExamples } from './options.ts';

export function define(command: Command): void {
  const metrics = command
    .command('metrics')
    .summary('write metric contracts from what is really exposed')
    .description(
      'Write the metric contracts of a service from what it really exposes: types, help, units, labels and buckets.\n' +
        'Run again, it adds what is new, marks what is gone, and keeps every edit.',
    )
    .argument('<from>', 'a file, - for standard input, the address of a /metrics endpoint, or of a Prometheus')
    .requiredOption('-s, --service <name>', 'the service the metrics belong to')
    .option(
      '-o, --out <file>',
      'file to write or update (default: <name>/metrics.ts where the config looks for services)',
    )
    .option('--job <name>', 'of a Prometheus: what targets of this job expose')
    .option('--match <matchers>', 'of a Prometheus: series that match, as in job="node",env="prod"')
    .option(
      '--header <header>',
      'HTTP header, as in "X-Scope-OrgID: shop", as often as needed; a bearer token goes in BINNACLE_TOKEN',
      (header: string, headers: readonly string[]) => [...headers, header],
      [],
    )
    .option('--timeout <seconds>', 'longest wait for the server', '10')
    .option('--only <regexp>', 'only metrics whose name matches, as in "^invoices_" of a Pushgateway')
    .option('--include-runtime', 'take in metrics of the language runtime (go_, process_, jvm_, …) too')
    .option('--no-waivers', 'let check report names that break the naming guide: for metrics you can rename')
    .option('--dry-run', 'show the change as a diff and write nothing')
    .option('--json', 'report as JSON on standard output')
    .action(async (from: string, flags: ImportMetricsFlags) => {
      const { importMetrics } = await import('../import/import-metrics.ts');
      process.exitCode = await importMetrics(from, flags);
    });
  addExamples(metrics, [
    ['what one instance exposes', 'binnacle import metrics http://localhost:9121/metrics --service redis'],
    ['what a Prometheus knows of a job', 'binnacle import metrics http://localhost:9090 --job node --service node'],
    ['a saved scrape, to see what would change', 'binnacle import metrics scrape.txt --service shop --dry-run'],
  ]);
}
