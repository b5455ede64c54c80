/** A part of a report, whole and in short. */
export interface Section {
  readonly whole: string;
  readonly short: string;
}

export interface Budget {
  /** Most bytes of the text in UTF-8. Default: no limit. */
  readonly bytes?: number;
  /** Said at the end when something was shortened: where the whole is. */
  readonly note?: string;
}

const GAP = '\n\n';

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/**
 * A text of sections that keeps to a number of bytes: as many sections as fit are whole, in their order; then they are in
 * short; then left out and counted.
 */
export function withinBudget(head: string, sections: readonly Section[], budget: Budget = {}): string {
  const { bytes: most = Infinity, note = 'The rest is in the whole report.' } = budget;
  const whole = [head, ...sections.map((section) => section.whole)].join(GAP);
  if (bytes(whole) <= most) return `${whole}\n`;
  const left = (count: number): string => (count === 0 ? note : `… and ${count} more. ${note}`);
  const room = most - bytes(head) - bytes(GAP + left(sections.length)) - 1;
  const shown: string[] = [];
  let used = 0;
  for (const { short } of sections) {
    const size = bytes(GAP + short);
    if (used + size > room) break;
    shown.push(short);
    used += size;
  }
  for (const [i, section] of sections.slice(0, shown.length).entries()) {
    const more = bytes(section.whole) - bytes(section.short);
    if (used + more > room) break;
    shown[i] = section.whole;
    used += more;
  }
  return `${[head, ...shown, left(sections.length - shown.length)].join(GAP)}\n`;
}
