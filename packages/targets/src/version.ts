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

/** What a person should know when another major or minor version runs than what is declared was checked for; else nothing. */
export function versionNotes(
  system: 'grafana' | 'prometheus',
  running: string | undefined,
  checkedFor: string | undefined,
): readonly string[] {
  if (running === undefined || checkedFor === undefined) return [];
  const [runs, checked] = [running, checkedFor].map((version) => numbers(version).slice(0, 2));
  const [major = 0, minor = 0] = runs ?? [];
  if (major === checked?.[0] && minor === (checked[1] ?? minor)) return [];
  const title = system === 'grafana' ? 'Grafana' : 'Prometheus';
  const risk = isAtLeast(running, checkedFor) ? '' : ', and may lack what that has';
  const fix = `write ${system}: { version: '${major}.${minor}' } into the environment`;
  return [`${title} ${running} runs, what is declared was checked for ${checkedFor}${risk}: ${fix}`];
}
