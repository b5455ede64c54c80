import { spawn } from 'node:child_process';

/** Command that opens an address in the user's browser. */
function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}

/** Opens an address in the browser; `onFailure` is told when there is none to open it with. */
export function openBrowser(url: string, onFailure: () => void): void {
  const [command, ...args] = opener(process.platform);
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', onFailure);
  child.unref();
}
