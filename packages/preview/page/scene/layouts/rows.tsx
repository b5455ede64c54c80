import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
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
import { Icon, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { DashboardContext } from '../../shell/dashboard-context.ts';
import { shownWhen } from '../conditions.tsx';
import type { BuildContext } from '../context.ts';
import { RepeatingLayout, type Source } from '../repeat.ts';
import type { RowsSpec } from '../spec.ts';
import { Show } from '../show.tsx';

interface RowState extends SceneObjectState {
  readonly title: string;
  readonly hideHeader: boolean;
  readonly body: SceneObject;
  collapsed: boolean;
  /** Tells it in the URL from other rows. */
  readonly slug: string;
  readonly collapsedFirst: boolean;
}

/** A row with its title; whether it is open stands in the URL when it differs from the definition. */
class Row extends SceneObjectBase<RowState> {
  static Component = RowView;
  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: () => [`row-${this.state.slug}`] });
  protected override _variableDependency = new VariableDependencyConfig(this, { statePaths: ['title'] });

  getUrlState(): SceneObjectUrlValues {
    const { slug, collapsed, collapsedFirst } = this.state;
    return { [`row-${slug}`]: collapsed === collapsedFirst ? undefined : collapsed ? 'closed' : 'open' };
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    const value = values[`row-${this.state.slug}`];
    this.setState({ collapsed: typeof value === 'string' ? value === 'closed' : this.state.collapsedFirst });
  }

  toggle(): void {
    this.setState({ collapsed: !this.state.collapsed });
  }
}

/** Rows one below the other. */
class RowsLayout extends RepeatingLayout {
  static Component = RowsView;
}

/** Makes the scene object of rows. */
export function rowsLayout({ rows }: RowsSpec, context: BuildContext): SceneObject {
  return new RowsLayout(
    rows.map(({ spec }, i): Source => ({
      key: String(i),
      ...(spec.repeat === undefined ? {} : { repeat: spec.repeat.value }),
      make: (copy) => {
        const row = new Row({
          title: spec.title ?? '',
          hideHeader: spec.hideHeader === true,
          body: context.layout(spec.layout),
          collapsed: spec.collapse === true,
          collapsedFirst: spec.collapse === true,
          slug: copy.suffix === '' ? String(i) : `${i}-${copy.suffix}`,
          ...(copy.variables === undefined ? {} : { $variables: copy.variables }),
        });
        return shownWhen(row, spec.conditionalRendering);
      },
    })),
  );
}

function RowsView({ model }: SceneComponentProps<RowsLayout>) {
  const { children } = model.useState();
  return (
    <>
      {children.map((row) => (
        <Show key={row.state.key} of={row} />
      ))}
    </>
  );
}

function RowView({ model }: SceneComponentProps<Row>) {
  const { title, collapsed, hideHeader, body } = model.useState();
  const { viewing } = useContext(DashboardContext);
  const styles = useStyles2(getStyles);
  if (viewing !== undefined) return <Show of={body} />;
  const text = sceneGraph.interpolate(model, title, undefined, 'text');
  if (hideHeader) {
    return (
      <div className={styles.row}>
        <Show of={body} />
      </div>
    );
  }
  return (
    <section className={styles.row} aria-label={text === '' ? 'Row' : `Row ${text}`}>
      <h2 className={styles.heading}>
        <button type="button" className={styles.title} aria-expanded={!collapsed} onClick={() => model.toggle()}>
          <Icon name={collapsed ? 'angle-right' : 'angle-down'} />
          {text === '' ? 'Row' : text}
        </button>
      </h2>
      {collapsed ? null : <Show of={body} />}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ marginBottom: theme.spacing(1) }),
    heading: css({ margin: 0 }),
    title: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      width: '100%',
      padding: theme.spacing(0.75, 0),
      border: 0,
      background: 'transparent',
      color: theme.colors.text.primary,
      fontSize: theme.typography.h5.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      textAlign: 'left',
      cursor: 'pointer',
      borderRadius: theme.shape.radius.default,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
  };
}
