import { type RefObject, useEffect, useRef, useState } from 'react';

/** How many more are shown at a time: more than fit on any screen. */
const STEP = 60;
const NEAR = '800px';

/** How many of a long list are shown: more of it whenever its end, where `end` belongs, comes near. */
export function useMore(total: number): { readonly shown: number; readonly end: RefObject<HTMLDivElement | null> } {
  const [wanted, setWanted] = useState(STEP);
  const end = useRef<HTMLDivElement>(null);
  const shown = Math.min(total, wanted);
  useEffect(() => {
    const { current } = end;
    if (current === null || shown >= total) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setWanted(shown + STEP);
      },
      { rootMargin: NEAR },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [shown, total]);
  return { shown, end };
}
