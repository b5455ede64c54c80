// Gets a fresh clone ready: dependencies (only when the lock file is newer than what is installed), then the build (cached).
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Binnacle needs Node 20.19 or newer; this is ${process.versions.node}`);
  process.exit(2);
}

const time = (path) => statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
/** Runs a step under its name; what it prints is shown when it fails. */
const run = (name, command, args) => {
  console.error(`${name} …`);
  const { status, output } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(output?.join('') ?? '');
    console.error(`setup stopped: \`${command} ${args.join(' ')}\` failed`);
    process.exit(status ?? 2);
  }
};

if (time('node_modules/.package-lock.json') < time('package-lock.json')) {
  run('installing packages (about a minute)', 'npm', ['ci', '--ignore-scripts']);
}
run('building (half a minute, nothing when it was built before)', 'npx', [
  'nx',
  'run-many',
  '-t',
  'build',
  '--output-style=static',
]);
