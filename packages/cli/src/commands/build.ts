import type { Command } from 'commander';
import type { BuildFlags } from '../actions/build.ts';
import type { BundleFlags } from '../actions/bundle.ts';
import { addExamples, addProjectOptions, addReportOptions, addWatchOption } from './options.ts';

export function define(command: Command): void {
  addProjectOptions(command)
    .option('-o, --out <folder>', 'output folder (default: `out` of the config, or out)')
    .option('--bundle <file>', 'write one file for `binnacle push --bundle` instead, and print its digest')
    .option('--force', 'overwrite files in the output folder that Binnacle did not write');
  addReportOptions(command);
  addWatchOption(command).action(
    async ({ watch: isWatching, ...flags }: BuildFlags & Partial<BundleFlags> & { readonly watch?: boolean }) => {
      if (isWatching === true) {
        const { watch } = await import('../watch/watch.ts');
        process.exitCode = await watch(process.argv.slice(2));
        return;
      }
      const { bundle: file } = flags;
      if (file !== undefined) {
        const { bundle } = await import('../actions/bundle.ts');
        process.exitCode = await bundle({ ...flags, bundle: file });
        return;
      }
      const { build } = await import('../actions/build.ts');
      process.exitCode = await build(flags);
    },
  );
  addExamples(command, [
    ['write every environment to the output folder', 'binnacle build'],
    ['one environment, again on each change', 'binnacle build --env production --watch'],
    ['one file that a push elsewhere can be made of', 'binnacle build --bundle bundle.json'],
    ['somewhere else, reporting only problems', 'binnacle build --out /tmp/preview -q'],
  ]);
}
