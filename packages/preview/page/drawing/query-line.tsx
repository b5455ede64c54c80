import type { TimeRange } from '@grafana/data';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { callPrometheus, type QueryData } from '../data/api.ts';
import { numberOf } from '../data/frames.ts';
import { useSource } from '../data/use-source.ts';
import { type Line, Sparkline } from './sparkline.tsx';

/** Points of a line. */
const POINTS = 60;
/** Series that are drawn at most. */
const MOST = 20;

/** Seconds between the points of a line. */
export function lineStep(range: TimeRange): number {
  return Math.max(15, Math.round((range.to.valueOf() - range.from.valueOf()) / 1000 / POINTS));
}

interface Found {
  readonly lines: readonly Line[];
  /** How many series there are, with those that are not drawn. */
  readonly total: number;
}

async function linesOf(query: string, source: string, range: TimeRange): Promise<Found> {
  const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
  const { data } = await callPrometheus<QueryData>(source, 'query_range', { query, start, end, step: lineStep(range) });
  if (data.resultType !== 'matrix') return { lines: [], total: 0 };
  const drawn = data.result.slice(0, MOST);
  return {
    lines: drawn.map(({ values = [] }) => values.map(([at, text]) => [at, numberOf(text)] as const)),
    total: data.result.length,
  };
}

interface QueryLineProps {
  readonly query: string;
  /** What it shows, for who does not see it. */
  readonly label: string;
  readonly range: TimeRange;
  /** Grafana's id of the unit. */
  readonly unit?: string;
  readonly isLarge?: boolean;
  /** Another value asks again. */
  readonly version?: unknown;
}

/** What a query gives over time, small: asked for once it comes into sight. */
export function QueryLine({ query, label, range, version, ...look }: QueryLineProps): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  const source = useSource();
  const [near, setNear] = useState(false);
  const [found, setFound] = useState<Found | string>();
  useEffect(() => {
    if (at.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    });
    observer.observe(at.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near) return undefined;
    let current = true;
    linesOf(query, source, range).then(
      (now) => current && setFound(now),
      (error: unknown) => current && setFound(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [near, query, source, range, version]);
  return (
    <div ref={at}>
      {typeof found === 'string' ? (
        <span role="alert">{found}</span>
      ) : (
        <Sparkline lines={found?.lines} total={found?.total ?? 0} label={label} {...look} />
      )}
    </div>
  );
}
