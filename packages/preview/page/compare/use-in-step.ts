import { type RefObject, useEffect } from 'react';
import { type Anchor, levelOffset } from './in-step.ts';

/** What both sides are level at, below the top of the window: under the controls that stay there. */
const LINE = 160;

function panelsOf(column: HTMLElement): ReadonlyMap<string, readonly HTMLElement[]> {
  const found = new Map<string, HTMLElement[]>();
  for (const panel of column.querySelectorAll<HTMLElement>('[data-element]')) {
    const element = panel.dataset['element'] ?? '';
    found.set(element, [...(found.get(element) ?? []), panel]);
  }
  return found;
}

function anchorsOf(
  before: HTMLElement,
  after: HTMLElement,
  pairs: readonly (readonly [string, string])[],
): readonly Anchor[] {
  const [old, next] = [panelsOf(before), panelsOf(after)];
  const [top, otherTop] = [before.getBoundingClientRect().top, after.getBoundingClientRect().top];
  return pairs.flatMap(([was, is]) =>
    // Copies of a repeated panel are in the same order.
    (old.get(was) ?? []).flatMap((panel, i) => {
      const other = next.get(is)?.[i];
      if (other === undefined) return [];
      return [{ before: panel.getBoundingClientRect().top - top, after: other.getBoundingClientRect().top - otherTop }];
    }),
  );
}

/** Keeps what both columns have level while the page is scrolled: the one before is shifted. */
export function useInStep(
  before: RefObject<HTMLElement | null>,
  after: RefObject<HTMLElement | null>,
  pairs: readonly (readonly [string, string])[] | undefined,
): void {
  useEffect(() => {
    const [left, right] = [before.current, after.current];
    if (left === null || right === null || pairs === undefined) return undefined;
    let frame = 0;
    const level = (): void => {
      frame = 0;
      const anchors = anchorsOf(left, right, pairs);
      const offset = scrollY === 0 ? 0 : levelOffset(LINE - right.getBoundingClientRect().top, anchors);
      left.style.transform = offset === 0 ? '' : `translateY(${Math.round(offset)}px)`;
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(level);
    };
    ask();
    addEventListener('scroll', ask, { passive: true });
    const observer = new ResizeObserver(ask);
    observer.observe(left);
    observer.observe(right);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', ask);
      observer.disconnect();
      left.style.transform = '';
    };
  }, [before, after, pairs]);
}
