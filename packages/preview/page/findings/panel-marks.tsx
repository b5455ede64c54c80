import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil, textUtil } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { Icon, PanelChrome, Tooltip, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { useInterpolation } from '../scene/use-interpolation.ts';
import { CellContext, DashboardContext } from '../shell/dashboard-context.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './findings-of.ts';

interface Link {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** Beside a panel's title: what was found about it, and its links. */
export function PanelMarks({ element, links }: { readonly element: string; readonly links: readonly Link[] }) {
  const { findings } = useContext(DashboardContext);
  const cell = useContext(CellContext);
  const styles = useStyles2(getStyles);
  useInterpolation(cell?.panel);
  const own = findingsOf(findings, element, cell?.panel.state.title ?? '');
  const text = (template: string): string =>
    cell === undefined ? template : sceneGraph.interpolate(cell.panel, template);
  return (
    <>
      {own.length > 0 ? (
        <Tooltip interactive content={<FindingList findings={own} />}>
          <PanelChrome.TitleItem
            className={own.some(({ severity }) => severity === 'error') ? styles.error : styles.warning}
          >
            <span data-testid="panel-findings" aria-label={`${own.length} findings about this panel`}>
              <Icon name="exclamation-triangle" /> {own.length}
            </span>
          </PanelChrome.TitleItem>
        </Tooltip>
      ) : null}
      {links.map(({ title, url, targetBlank }) => {
        const href = textUtil.sanitizeUrl(locationUtil.assureBaseUrl(text(url)));
        const shown = title === '' ? href : text(title);
        return (
          <Tooltip key={`${title} ${url}`} content={shown}>
            <a
              className={styles.link}
              href={href}
              aria-label={shown}
              {...(targetBlank === true ? { target: '_blank', rel: 'noreferrer' } : {})}
            >
              <Icon name="external-link-alt" />
            </a>
          </Tooltip>
        );
      })}
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    error: css({ color: theme.colors.error.text }),
    warning: css({ color: theme.colors.warning.text }),
    link: css({
      color: theme.colors.text.secondary,
      padding: theme.spacing(0, 0.5),
      '&:hover': { color: theme.colors.text.primary },
    }),
  };
}
