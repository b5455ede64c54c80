import { shownValue } from '../../../diff/words.ts';
import type { PanelView } from './view.ts';

const LINK = /^(links\.\d+)\.url$/;

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A text with its variables written in one way: a link gives them another form. */
function plainVariables(text: string): string {
  return text.replaceAll(
    /\$(?:\{(\w+)(?::\w+)?\}|(\w+))/g,
    (_, long: string | undefined, short: string | undefined) => `$${long ?? short ?? ''}`,
  );
}

/** A link that opens what the panel asks: its address is no news beside the query. Undefined for any other option. */
export function followingLink(path: string, { options, queries }: PanelView): string | undefined {
  const link = LINK.exec(path)?.[1];
  const url = link === undefined ? undefined : options.get(path);
  if (typeof url !== 'string') return undefined;
  const opened = plainVariables(decoded(url));
  const isFollowing = queries.some(
    ({ text }) => text !== '' && opened.includes(JSON.stringify(plainVariables(text)).slice(1, -1)),
  );
  const title = options.get(`${link}.title`);
  return isFollowing ? `link ${typeof title === 'string' ? `${shownValue(title)} ` : ''}follows the query` : undefined;
}
