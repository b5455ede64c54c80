import { EmptyState, LinkButton } from '@grafana/ui';
import { useEffect } from 'react';
import { pageReady } from '../paint/counter.ts';

/** What is shown for an address that leads nowhere. */
export function NotFound({ what, why }: { readonly what: string; readonly why?: string }) {
  useEffect(() => {
    pageReady(true);
    return () => pageReady(false);
  }, []);
  return (
    <EmptyState
      variant="not-found"
      message={`There is no such ${what}`}
      button={<LinkButton href="/">All dashboards</LinkButton>}
    >
      {why}
    </EmptyState>
  );
}
