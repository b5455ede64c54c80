import type { PanelMenuItem } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { VizPanel, VizPanelMenu } from '@grafana/scenes';

function itemsOf(panel: VizPanel, viewing: boolean): PanelMenuItem[] {
  const path = panel.getPathId();
  return [
    {
      text: viewing ? 'Back to the dashboard' : 'View',
      iconClassName: 'eye',
      onClick: () => locationService.partial({ viewPanel: viewing ? null : path }),
    },
    { text: 'Inspect', iconClassName: 'info-circle', onClick: () => locationService.partial({ inspect: path }) },
  ];
}

/** The menu of a panel. Its items are made when it opens, as they depend on what is shown. */
export function panelMenu(): VizPanelMenu {
  const menu = new VizPanelMenu({});
  menu.addActivationHandler(() => {
    const { parent } = menu;
    if (!(parent instanceof VizPanel)) return;
    menu.setItems(itemsOf(parent, locationService.getSearch().get('viewPanel') === parent.getPathId()));
  });
  return menu;
}
