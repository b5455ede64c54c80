import { useContext, useEffect } from 'react';
import { type Outcome, painted } from '../../paint/counter.ts';
import { CellContext } from '../../shell/dashboard-context.ts';

/** Tells the counter how a panel ended up, once that is on the screen. */
export function usePainted(outcome: Outcome | undefined, of: unknown): void {
  const key = useContext(CellContext)?.key;
  useEffect(() => {
    if (key === undefined) return undefined;
    if (outcome === undefined) {
      painted(key, undefined);
      return undefined;
    }
    // A chart draws its canvas in the frame after the one it was put on the page in.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => painted(key, outcome));
    });
    return () => cancelAnimationFrame(frame);
  }, [key, outcome, of]);
}
