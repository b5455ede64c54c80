/** Grafana's limit for the uid of a dashboard or folder. */
const LONGEST_UID = 40;

/** FNV-1a, 32 bits: the same number for the same text, everywhere. */
export function hash(text: string): number {
  let value = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01_00_01_93);
  return value >>> 0;
}

/** Lower-case words of a text, joined with `-`; letters lose their accents. A text without any word gets a name from its hash. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return words === '' ? `x${hash(text).toString(36)}` : words;
}

/** A slug that fits a Grafana uid: a longer one ends in its hash. */
export function uidOf(text: string): string {
  const full = slug(text);
  if (full.length <= LONGEST_UID) return full;
  const end = `-${hash(full).toString(36)}`;
  return full.slice(0, LONGEST_UID - end.length).replace(/-$/, '') + end;
}
