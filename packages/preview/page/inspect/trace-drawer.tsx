import { locationService } from '@grafana/runtime';
import { Drawer } from '@grafana/ui';
import { tempoPath } from '../data/api.ts';
import { useLoaded } from '../data/loaded.ts';
import { sourceSettings } from '../data/settings.ts';
import { pathOfTrace, traceFrame, type WholeTrace } from '../data/traces.ts';
import { SpanList } from '../panels/traces/span-list.tsx';
import { spansOf } from '../panels/traces/spans.ts';

function close(): void {
  locationService.partial({ trace: null });
}

/** The spans of one trace. It is open while `trace` is in the URL. */
export function TraceDrawer({ id }: { readonly id: string }) {
  const source = sourceSettings().sources.find(({ type }) => type === 'tempo')?.uid ?? 'tempo';
  const { value, failure } = useLoaded<{ readonly data: WholeTrace }>(tempoPath(source, pathOfTrace(id)), undefined);
  const spans = value === undefined ? [] : spansOf([traceFrame(value.data, id, 'trace')]);
  const [first] = spans;
  return (
    <Drawer title={first === undefined ? 'Trace' : `${first.service}: ${first.name}`} onClose={close} size="md">
      <div data-testid="trace">
        {failure === undefined ? null : <p role="alert">{failure}</p>}
        {first === undefined ? null : <SpanList spans={spans} timeZone="browser" />}
      </div>
    </Drawer>
  );
}
