import { useSearchParams } from 'react-router-dom';

/** What a page keeps in its address, so that a link shows the same. */
export interface Address {
  /** Empty where the address does not have it. */
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  /** Sets values in one step; an empty one leaves the address. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
  /** Adds one of several values of a name, or takes it away. */
  readonly toggle: (name: string, value: string) => void;
}

/** The parameters of the address, which changes without a step of the history. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const change = (by: (next: URLSearchParams) => void): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        by(next);
        return next;
      },
      { replace: true },
    );
  return {
    get: (name) => search.get(name) ?? '',
    all: (name) => search.getAll(name),
    set: (values) =>
      change((next) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
      }),
    toggle: (name, value) =>
      change((next) => {
        const before = next.getAll(name);
        next.delete(name);
        for (const one of before) if (one !== value) next.append(name, one);
        if (!before.includes(value)) next.append(name, value);
      }),
  };
}
