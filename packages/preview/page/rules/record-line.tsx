import { css } from '@emotion/css';
import type { TimeRange } from '@grafana/data';
import { QueryLine } from '../drawing/query-line.tsx';

const box = css({ padding: '2px 0 4px 24px' });

/** What a recording rule records, small. */
export function RecordLine({ name, range }: { readonly name: string; readonly range: TimeRange }) {
  return (
    <div className={box} data-testid="record-line">
      <QueryLine query={name} label={name} range={range} />
    </div>
  );
}
