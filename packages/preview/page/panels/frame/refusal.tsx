import { PanelPlugin } from '@grafana/data';
import { LIBRARY_PANEL } from '../../scene/panel.tsx';
import { Note } from './note.tsx';
import { usePainted } from './painted.ts';

/** Why some of Grafana's panels are not drawn here. */
const REASONS: Readonly<Record<string, string>> = {
  [LIBRARY_PANEL]: 'its definition is in the library of a Grafana, not in the dashboard',
  annolist: 'it lists events that are stored in a Grafana',
  candlestick: 'prices of a market have no drawing here',
  canvas: 'it places elements by hand, with images of a Grafana',
  datagrid: 'it edits data that is stored in a Grafana',
  geomap: 'its map comes from servers outside',
  news: 'its feed comes from a server outside',
};

/** A card in place of a panel that has no drawing here: it names the type and says why. */
export function refusal(id: string): PanelPlugin {
  function Refused() {
    usePainted('refused', id);
    return (
      <Note text={`No local preview for “${id}”`}>
        <div data-testid="panel-refused">{REASONS[id] ?? 'it is a plugin that only runs inside Grafana'}</div>
      </Note>
    );
  }
  return new PanelPlugin(Refused);
}
