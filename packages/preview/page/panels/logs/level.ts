/** How serious a line is, by its field or the first word that says so. */
export function levelOf(text: string): string {
  const word =
    /\b(crit(?:ical)?|fatal|err(?:or)?|warn(?:ing)?|info|debug|trace)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (word.startsWith('crit') || word === 'fatal') return 'critical';
  if (word.startsWith('err')) return 'error';
  if (word.startsWith('warn')) return 'warning';
  return word;
}
