import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { Resource } from '@binnacle/model';
import { recognise } from '@binnacle/preview';
import { ExpectedError, systemCode, wordsOf } from '../expected.ts';

function contentOf(file: string, shownAs: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    const reason =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (code ?? wordsOf(error));
    throw new ExpectedError(`${shownAs} cannot be read: ${reason}`, 'name a JSON file with a dashboard');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExpectedError(`${shownAs} is not JSON: ${wordsOf(error)}`, 'export the dashboard again, or mend it');
  }
}

/** The dashboard in a JSON file, whatever form it was saved in. Throws an expected error for a file that holds none. */
export function dashboardIn(file: string, cwd: string): Resource {
  const shownAs = relative(cwd, file) || file;
  const resource = recognise(contentOf(file, shownAs), basename(file).replace(/\.json$/i, ''));
  if (resource !== undefined) return { ...resource, source: { origin: { file, line: 1, column: 1 } } };
  throw new ExpectedError(
    `${shownAs} holds no dashboard`,
    'name a dashboard as Grafana exports it: a resource, classic JSON, or an answer of its API',
  );
}
