import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in pixels, as it changes; zero before it is there. */
export function useElementWidth<Element extends HTMLElement>(): readonly [RefObject<Element | null>, number] {
  const at = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (at.current === null) return undefined;
    setWidth(at.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(at.current);
    return () => observer.disconnect();
  }, []);
  return [at, width];
}
