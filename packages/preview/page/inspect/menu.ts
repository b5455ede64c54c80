import { locationUtil, type PanelMenuItem } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { VizPanel, VizPanelMenu } from '@grafana/scenes';
import { exploreAddress } from './explore-address.ts';

function exploreItem(address: string): PanelMenuItem {
  return {
    text: 'Explore',
    iconClassName: 'compass',
    onClick: () => locationService.push(locationUtil.assureBaseUrl(address)),
  };
}

function itemsOf(panel: VizPanel, viewing: boolean): PanelMenuItem[] {
  const path = panel.getPathId();
  const explored = exploreAddress(panel);
  return [
    {
      text: viewing ? 'Back to the dashboard' : 'View',
      iconClassName: 'eye',
      onClick: () => locationService.partial({ viewPanel: viewing ? null : path }),
    },
    ...(explored === undefined ? [] : [exploreItem(explored)]),
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
