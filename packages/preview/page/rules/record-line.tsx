import { css } from '@emotion/css';
import type { TimeRange } from '@grafana/data';
import { useEffect, useRef, useState } from 'react';
import { callPrometheus, type QueryData } from '../data/api.ts';
import { numberOf } from '../data/frames.ts';
import { type Line, Sparkline } from '../drawing/sparkline.tsx';
import { useSource } from '../data/use-source.ts';

const POINTS = 60;
const MOST = 20;
const box = css({ padding: '2px 0 4px 24px' });

async function linesOf(name: string, source: string, range: TimeRange): Promise<readonly Line[]> {
  const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
  const step = Math.max(15, Math.round((end - start) / POINTS));
  const { data } = await callPrometheus<QueryData>(source, 'query_range', { query: name, start, end, step });
  if (data.resultType !== 'matrix') return [];
  return data.result.slice(0, MOST).map(({ values = [] }) => values.map(([at, text]) => [at, numberOf(text)] as const));
}

/** What a recording rule records, small: asked for once it comes into sight. */
export function RecordLine({ name, range }: { readonly name: string; readonly range: TimeRange }) {
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
    linesOf(name, source, range).then(
      (found) => current && setLines(found),
      (error: unknown) => current && setLines(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [near, name, source, range]);
  return (
    <div ref={at} className={box} data-testid="record-line">
      {typeof lines === 'string' ? <span role="alert">{lines}</span> : <Sparkline lines={lines} label={name} />}
    </div>
  );
}
