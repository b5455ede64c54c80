import type { TimeRange } from '@grafana/data';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { callPrometheus, type QueryData } from '../data/api.ts';
import { numberOf } from '../data/frames.ts';
import { useSource } from '../data/use-source.ts';
import { type Line, Sparkline } from './sparkline.tsx';

/** Points of a line, and how many series are drawn at most. */
export const POINTS = 60;
const MOST = 20;

/** Seconds between the points of a line. */
export function lineStep(range: TimeRange): number {
  return Math.max(15, Math.round((range.to.valueOf() - range.from.valueOf()) / 1000 / POINTS));
}

async function linesOf(query: string, source: string, range: TimeRange): Promise<readonly Line[]> {
  const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
  const { data } = await callPrometheus<QueryData>(source, 'query_range', { query, start, end, step: lineStep(range) });
  if (data.resultType !== 'matrix') return [];
  return data.result.slice(0, MOST).map(({ values = [] }) => values.map(([at, text]) => [at, numberOf(text)] as const));
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
  const [lines, setLines] = useState<readonly Line[] | string>();
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
      (found) => current && setLines(found),
      (error: unknown) => current && setLines(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [near, query, source, range, version]);
  return (
    <div ref={at}>
      {typeof lines === 'string' ? (
        <span role="alert">{lines}</span>
      ) : (
        <Sparkline lines={lines} label={label} {...look} />
      )}
    </div>
  );
}
