import { relative } from 'node:path';
import type { CiReport } from '../../ci/ci-report.ts';
import { escapeHtml, escapeMarkdown } from '../entries/escape.ts';

/** The pictures of each changed dashboard, folded away, as a Markdown file in a folder shows them. */
export function albumSections({ pictures, review }: CiReport, folder: string): string[] {
  const drawn = pictures?.drawn ?? [];
  return [...new Set(drawn.map(({ uid }) => uid))].map((uid) => {
    const title = review?.entries.find(({ id }) => id === `Dashboard/${uid}`)?.title;
    const images = drawn
      .filter((one) => one.uid === uid)
      .map(({ theme, file }) => {
        const path = relative(folder, file).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
        return `![${escapeMarkdown(`dashboard ${uid} before and after, ${theme}`)}](${path})`;
      });
    const name = `<code>dashboard ${escapeHtml(uid)}</code>${title === undefined ? '' : ` ${escapeHtml(title)}`}`;
    return `<details><summary>Pictures of ${name}</summary>\n\n${images.join('\n\n')}\n\n</details>`;
  });
}
