function numbers(version: string): number[] {
  return version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);
}

/** True when a dotted version (`2.42`, `v3.5.1`, `13`) is the other one or newer; a part left out counts as 0. */
export function isAtLeast(version: string, minimum: string): boolean {
  const actual = numbers(version);
  for (const [i, wanted] of numbers(minimum).entries()) {
    const part = actual[i] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
