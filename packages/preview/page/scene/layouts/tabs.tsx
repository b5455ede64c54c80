import { css } from '@emotion/css';
import {
  type SceneComponentProps,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  sceneGraph,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { Tab as TabButton, TabsBar } from '@grafana/ui';
import { useContext, useEffect, useState } from 'react';
import { DashboardContext } from '../../shell/dashboard-context.ts';
import { shownWhen, When } from '../conditions.tsx';
import type { BuildContext } from '../context.ts';
import { RepeatingLayout, type Source } from '../repeat.ts';
import type { TabsSpec } from '../spec.ts';
import { Show } from '../show.tsx';

interface TabState extends SceneObjectState {
  readonly title: string;
  readonly body: SceneObject;
  /** Its name in the URL. */
  readonly slug: string;
}

/** One tab; only the open one is drawn. */
class Tab extends SceneObjectBase<TabState> {
  static Component = TabView;
  protected override _variableDependency = new VariableDependencyConfig(this, { statePaths: ['title'] });
}

interface OpenState extends SceneObjectState {
  open: string;
}

/** Which tab is open: `tab=<slug>` in the URL. */
class OpenTab extends SceneObjectBase<OpenState> {
  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['tab'] });

  getUrlState(): SceneObjectUrlValues {
    return { tab: this.state.open === '' ? undefined : this.state.open };
  }

  updateFromUrl({ tab }: SceneObjectUrlValues): void {
    this.setState({ open: typeof tab === 'string' ? tab : '' });
  }
}

/** Tabs beside each other. */
class TabsLayout extends RepeatingLayout {
  static Component = TabsView;
  readonly open = new OpenTab({ open: '' });

  constructor(sources: readonly Source[]) {
    super(sources);
    // A child like the tabs themselves, so that the URL finds it.
    this.setState({ $behaviors: [this.open] });
  }
}

function slugOf(title: string, index: number): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? `tab-${index + 1}` : slug;
}

/** Makes the scene object of tabs. */
export function tabsLayout({ tabs }: TabsSpec, context: BuildContext): SceneObject {
  return new TabsLayout(
    tabs.map(({ spec }, i): Source => ({
      key: String(i),
      ...(spec.repeat === undefined ? {} : { repeat: spec.repeat.value }),
      make: (copy) => {
        const tab = new Tab({
          title: spec.title ?? '',
          body: context.layout(spec.layout),
          slug: slugOf(copy.suffix === '' ? (spec.title ?? '') : copy.suffix, i),
          ...(copy.variables === undefined ? {} : { $variables: copy.variables }),
        });
        return shownWhen(tab, spec.conditionalRendering);
      },
    })),
  );
}

const bar = css({ marginBottom: 8 });

function tabOf(child: SceneObject): readonly Tab[] {
  const tab = child instanceof When ? child.state.body : child;
  return tab instanceof Tab ? [tab] : [];
}

/** The tabs whose conditions hold. Those that are closed, and not on the page, have theirs watched too. */
function useShownTabs(children: readonly SceneObject[]): readonly Tab[] {
  const [, lookAgain] = useState(0);
  useEffect(() => {
    const conditional = children.filter((child) => child instanceof When);
    const ends = conditional.flatMap((when) => {
      const subscription = when.subscribeToState(() => lookAgain((times) => times + 1));
      return [() => subscription.unsubscribe(), when.activate()];
    });
    return () => {
      for (const end of ends) end();
    };
  }, [children]);
  return children.filter((child) => !(child instanceof When) || child.state.shown).flatMap(tabOf);
}

function TabsView({ model }: SceneComponentProps<TabsLayout>) {
  const { children } = model.useState();
  const { open } = model.open.useState();
  const { viewing } = useContext(DashboardContext);
  const all = children.flatMap(tabOf);
  const tabs = useShownTabs(children);
  if (viewing !== undefined) {
    return (
      <>
        {all.map((tab) => (
          <Show key={tab.state.key} of={tab} />
        ))}
      </>
    );
  }
  const current = tabs.find((tab) => tab.state.slug === open) ?? tabs[0];
  return (
    <>
      <TabsBar className={bar}>
        {tabs.map((tab) => (
          <TabButton
            key={tab.state.key}
            label={sceneGraph.interpolate(tab, tab.state.title, undefined, 'text') || 'Tab'}
            active={tab === current}
            onChangeTab={() => model.open.setState({ open: tab === all[0] ? '' : tab.state.slug })}
          />
        ))}
      </TabsBar>
      {current === undefined ? null : <Show key={current.state.key} of={current} />}
    </>
  );
}

function TabView({ model }: SceneComponentProps<Tab>) {
  const { body } = model.useState();
  return <Show of={body} />;
}
