import { getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import {
  type SceneDataProvider,
  type SceneDataProviderResult,
  type SceneDataState,
  SceneDataTransformer,
  sceneGraph,
  SceneObjectBase,
  VizPanel,
} from '@grafana/scenes';
import { isRecord } from '@binnacle/model';
import { type Observable, ReplaySubject } from 'rxjs';
import type { DataQuerySpec } from './spec.ts';

/** Which panel's data is shown, and whether after its transformations. */
export interface OtherPanel {
  readonly panelId: number;
  readonly withTransforms: boolean;
}

/** What a query says that asks for the data of another panel; undefined for every other query. */
export function otherPanelIn({ group, datasource, spec }: DataQuerySpec): OtherPanel | undefined {
  const fields: unknown = spec;
  if (group !== 'datasource' || datasource?.name !== '-- Dashboard --' || !isRecord(fields)) return undefined;
  const { panelId, withTransforms } = fields;
  return typeof panelId === 'number' ? { panelId, withTransforms: withTransforms === true } : undefined;
}

interface OtherPanelState extends SceneDataState {
  readonly of: OtherPanel;
}

function failed(message: string): PanelData {
  return { state: LoadingState.Error, series: [], errors: [{ message }], timeRange: getDefaultTimeRange() };
}

/** The data of another panel of the dashboard, which is asked also where that panel is not to be seen. */
export class OtherPanelData extends SceneObjectBase<OtherPanelState> implements SceneDataProvider {
  private readonly results = new ReplaySubject<SceneDataProviderResult>(1);
  private source: SceneDataProvider | undefined;

  constructor(of: OtherPanel) {
    super({ of });
    this.addActivationHandler(() => this.follow());
  }

  private show(data: PanelData | undefined): void {
    if (data === undefined || data === this.state.data) return;
    this.setState({ data });
    this.results.next({ origin: this, data });
  }

  private follow(): (() => void) | undefined {
    const { panelId, withTransforms } = this.state.of;
    const isIt = ({ key = '' }: { readonly key?: string | undefined }): boolean =>
      key === `panel-${panelId}` || key.startsWith(`panel-${panelId}-`);
    const panel = sceneGraph.findObject(this.getRoot(), (one) => one instanceof VizPanel && isIt(one.state));
    if (!(panel instanceof VizPanel)) {
      this.show(failed(`no panel ${panelId} in this dashboard, whose data this panel shows`));
      return undefined;
    }
    if (panel === sceneGraph.getAncestor(this, VizPanel)) {
      this.show(failed('this panel shows the data of itself; name another panel'));
      return undefined;
    }
    const whole = panel.state.$data;
    this.source = whole instanceof SceneDataTransformer && !withTransforms ? whole.state.$data : whole;
    if (this.source === undefined) {
      this.show(failed(`panel ${panelId}, whose data this panel shows, has none`));
      return undefined;
    }
    const subscription = this.source.subscribeToState(({ data }) => this.show(data));
    const leave = panel.activate();
    this.show(this.source.state.data);
    return () => {
      subscription.unsubscribe();
      leave();
    };
  }

  setContainerWidth(width: number): void {
    this.source?.setContainerWidth?.(width);
  }

  isDataReadyToDisplay(): boolean {
    return this.state.data !== undefined;
  }

  cancelQuery(): void {
    this.source?.cancelQuery?.();
  }

  getResultsStream(): Observable<SceneDataProviderResult> {
    return this.results;
  }
}
