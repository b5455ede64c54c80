import { scryptSync } from 'node:crypto';
import { isRecord, mayHoldSecret, placeholders } from '@binnacle/model';
import type { Secrets } from '../http/credentials.ts';

/** A configuration with its secrets hidden, so that it can be compared and shown, and filled in again to be written. */
export interface SecretValues {
  /** Fields that may hold a secret show a fingerprint of it: the same for the same secret, and it leads nowhere. */
  readonly hide: (spec: unknown) => unknown;
  /** The same with `${NAME}` filled in first; `missing` are the variables that are not set. */
  readonly fillAndHide: (spec: unknown) => { readonly hidden: unknown; readonly missing: readonly string[] };
  /** What was hidden, put back; undefined when a fingerprint is not one of `fillAndHide`. */
  readonly reveal: (hidden: unknown) => unknown;
  /** What stands for a secret in what is compared and shown. */
  readonly fingerprint: (secret: string) => string;
  /** The secret that a fingerprint of `fillAndHide` stands for. */
  readonly original: (fingerprint: string) => string | undefined;
  /** Every secret that was filled in: no message may show it. */
  readonly values: () => readonly string[];
}

type Keys = readonly (string | number)[];

const FINGERPRINT_BYTES = 6;
const PLACEHOLDER = /\$\{([A-Z_][A-Z0-9_]*)\}/g;

/** Plain data with every text replaced. */
function mapTexts(value: unknown, change: (text: string, keys: Keys) => string, keys: Keys = []): unknown {
  if (typeof value === 'string') return change(value, keys);
  if (Array.isArray(value)) return value.map((item, i) => mapTexts(item, change, [...keys, i]));
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, mapTexts(member, change, [...keys, key])] as const,
  );
  return Object.fromEntries(members);
}

const isHidden = (text: string, keys: Keys): boolean => text !== '' && mayHoldSecret(keys);

/** Hides and fills in secrets from the environment. `salt` makes fingerprints of one place useless in another. */
export function secretValues(secrets: Secrets, salt: string): SecretValues {
  const fingerprints = new Map<string, string>();
  const originals = new Map<string, string>();
  const filledIn = new Set<string>();

  function fingerprint(text: string): string {
    const known = fingerprints.get(text);
    if (known !== undefined) return known;
    // Slow on purpose: a weak password must not be found by trying.
    const made = `(secret ${scryptSync(text, salt, FINGERPRINT_BYTES).toString('hex')})`;
    fingerprints.set(text, made);
    return made;
  }

  return {
    hide: (spec) => mapTexts(spec, (text, keys) => (isHidden(text, keys) ? fingerprint(text) : text)),
    fillAndHide: (spec) => {
      const missing = new Set<string>();
      const hidden = mapTexts(spec, (text, keys) => {
        if (!isHidden(text, keys)) return text;
        for (const name of placeholders(text)) {
          const value = secrets(name)?.trim() ?? '';
          if (value === '') missing.add(name);
          else filledIn.add(value);
        }
        const filled = text.replaceAll(PLACEHOLDER, (_, name: string) => secrets(name)?.trim() ?? '');
        const shown = fingerprint(filled);
        originals.set(shown, filled);
        return shown;
      });
      return { hidden, missing: [...missing].toSorted() };
    },
    reveal: (hidden) => mapTexts(hidden, (text, keys) => (isHidden(text, keys) ? (originals.get(text) ?? text) : text)),
    fingerprint,
    original: (shown) => originals.get(shown),
    values: () => [...filledIn],
  };
}
