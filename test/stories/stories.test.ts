import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND, formatStory, parseStory, tell } from './story.ts';

const FOLDER = new URL('.', import.meta.url);
const isBuilt = existsSync(new URL('../dist/main.js', `file://${COMMAND}`));

/** `UPDATE_STORIES=1 npm test` writes what really happens into the stories; read the difference before committing it. */
const isUpdating = process.env['UPDATE_STORIES'] !== undefined;

describe.skipIf(!isBuilt)('stories (they need `npm run build`)', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.story'));

  it.each(names)('%s', { timeout: 120_000 }, (name) => {
    const file = new URL(name, FOLDER);
    const story = parseStory(readFileSync(file, 'utf8'));
    const told = formatStory(tell(story));
    if (isUpdating) writeFileSync(file, told);
    expect(readFileSync(file, 'utf8')).toBe(told);
  });
});
