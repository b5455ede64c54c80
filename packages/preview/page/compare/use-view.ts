import { locationService } from '@grafana/runtime';
import { type TouchEvent, useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What is shown: one version, or both beside each other. */
export type View = 'before' | 'both' | 'after';

/** Narrower, there is room for one version at a time. */
const NARROW = '(max-width: 700px)';
/** A finger that moves less did not mean to. */
const SWIPE = 60;

function isView(text: string | null): text is View {
  return text === 'before' || text === 'both' || text === 'after';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** What handles fingers on the versions. */
interface Touching {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onTouchEnd: (event: TouchEvent) => void;
}

/** Which versions are shown: `view` of the address, else both, or one where there is no room. `x` and a swipe go to the other. */
export function useView(): { readonly view: View; readonly show: (view: View) => void } & Touching {
  const [search] = useSearchParams();
  const given = search.get('view');
  const view = isView(given) ? given : matchMedia(NARROW).matches ? 'after' : 'both';
  const show = useCallback((next: View) => locationService.partial({ view: next }, true), []);
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined);
  useEffect(() => {
    const listen = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (key !== 'x' || ctrlKey || metaKey || altKey || isTyping(target)) return;
      show(view === 'after' ? 'before' : 'after');
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [view, show]);
  return {
    view,
    show,
    onTouchStart({ touches }) {
      const touch = touches.item(0);
      from.current = touch === null ? undefined : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd({ changedTouches }) {
      const touch = changedTouches.item(0);
      const { current: start } = from;
      if (touch === null || start === undefined) return;
      const [right, down] = [touch.clientX - start.x, touch.clientY - start.y];
      if (Math.abs(right) > SWIPE && Math.abs(right) > 2 * Math.abs(down)) show(right < 0 ? 'after' : 'before');
    },
  };
}
