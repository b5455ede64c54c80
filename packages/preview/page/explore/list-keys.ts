import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/** The links that arrow keys go through, from top to bottom. */
const LINKS = 'a[data-entry]';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

interface ListKeys {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLElement | null>;
  readonly clear: () => void;
}

/** Keys of a search with what it finds below: `/` comes to it, arrows go through what is found, Enter opens the first. */
export function useListKeys({ input, list, clear }: ListKeys): (event: KeyboardEvent) => void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [input]);
  return (event) => {
    const { current } = list;
    if (current === null) return;
    const links = [...current.querySelectorAll<HTMLAnchorElement>(LINKS)].filter((link) => link.offsetParent !== null);
    const at = links.findIndex((link) => link === document.activeElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (next < 0) input.current?.focus();
      else links[Math.min(links.length - 1, next)]?.focus();
    } else if (event.key === 'Enter' && event.target === input.current) links[0]?.click();
    else if (event.key === 'Escape') {
      clear();
      input.current?.focus();
    }
  };
}
