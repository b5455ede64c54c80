import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Why nothing can be drawn, in one line, and what to do. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** What Chromium is called where it is on the path, the likeliest first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
/** Where macOS keeps it. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine: the one `CHROME_PATH` names, or the first on the path. @throws RenderError */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const asked = env['CHROME_PATH'];
  if (asked !== undefined && asked !== '') {
    if (isProgram(asked)) return asked;
    throw new RenderError(`CHROME_PATH names ${asked}, which cannot be run`, 'correct it, or leave it unset');
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...APPLICATIONS].find(
    isProgram,
  );
  if (found !== undefined) return found;
  throw new RenderError(
    'there is no Chromium on this machine',
    'install chromium or google-chrome, or name it in CHROME_PATH',
  );
}
