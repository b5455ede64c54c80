import { Argument, type Command } from 'commander';
import { addExamples } from './options.ts';

export function define(command: Command): void {
  command
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash', 'fish', 'zsh']))
    .action(async (shell: 'bash' | 'fish' | 'zsh') => {
      const [{ COMMANDS }, { describeCommands, scripts }, { kinds }] = await Promise.all([
        import('./index.ts'),
        import('../actions/completion.ts'),
        import('@binnacle/model'),
      ]);
      const likely = { '--kind': kinds.map(({ kind }) => kind) };
      process.stdout.write(scripts[shell](await describeCommands(COMMANDS, likely)));
    });
  addExamples(command, [
    ['complete in every new bash', 'binnacle completion bash >> ~/.bashrc'],
    ['complete in zsh', 'binnacle completion zsh > "${fpath[1]}/_binnacle"'],
    ['complete in fish', 'binnacle completion fish > ~/.config/fish/completions/binnacle.fish'],
  ]);
}
