import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** What arrow keys go through, from top to bottom. */
const ENTRIES = '[data-entry]';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

function step(list: HTMLElement, by: 1 | -1): void {
  const entries = [...list.querySelectorAll<HTMLElement>(ENTRIES)];
  const { activeElement: active } = document;
  const at = entries.findIndex((entry) => entry === active);
  const isBefore = (entry: HTMLElement): boolean =>
    active !== null && (entry.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  // Within what belongs to an entry, the way goes on from there.
  const from = at >= 0 ? at : entries.filter(isBefore).length - (by === 1 ? 1 : 0);
  const next = entries[Math.min(entries.length - 1, Math.max(0, from + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Where the keys of a page with a search and a list act. */
export interface ListKeys<List extends HTMLElement> {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<List | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** `/` leads to the search, arrows through what it finds, Enter in the search to the first of it, Escape empties it. */
export function useListKeys<List extends HTMLElement>(clear: () => void): ListKeys<List> {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<List>(null);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (list.current === null) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(list.current, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === input.current) {
      list.current.querySelector<HTMLElement>(ENTRIES)?.click();
    } else if (event.key === 'Escape') clear();
  };
  return { input, list, onKeyDown };
}
