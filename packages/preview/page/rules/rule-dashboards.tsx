import { Link } from 'react-router-dom';
import type { DashboardLink } from '../../src/wire/rules.ts';

/** Ways to the dashboards that show the same metrics. */
export function RuleDashboards({ dashboards }: { readonly dashboards: readonly DashboardLink[] }) {
  return (
    <>
      {dashboards.map(({ uid, title, panels }) => (
        <Link key={uid} to={`/d/${encodeURIComponent(uid)}`} title={panels.join(', ')}>
          {panels.length === 1 ? `${title}: ${panels[0] ?? ''}` : `${title} (${panels.length} panels)`}
        </Link>
      ))}
    </>
  );
}
