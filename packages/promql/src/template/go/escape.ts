import { bytesOf } from '../bytes.ts';

const HTML: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Text as it may stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}

const SCRIPT: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '"': '\\"' };

/** Text as it may stand in a string of JavaScript. */
export function escapeScript(text: string): string {
  return text.replace(/[\\'"<>&=\p{Cc}]|[^ -~\p{L}\p{M}\p{N}\p{P}\p{S}]/gu, (char) => {
    const known = SCRIPT[char];
    if (known !== undefined) return known;
    const code = char.codePointAt(0) ?? 0;
    return code === 0x7f ? char : String.raw`\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

/** Text as it may stand in the query of an address; a space becomes `+`. */
export function escapeQuery(text: string): string {
  let escaped = '';
  for (const byte of bytesOf(text)) {
    const char = String.fromCharCode(byte);
    if (/[\w.~-]/.test(char)) escaped += char;
    else escaped += byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped;
}
