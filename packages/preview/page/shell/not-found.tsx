import { EmptyState, LinkButton } from '@grafana/ui';
import { useEffect } from 'react';
import { pageReady } from '../paint/counter.ts';

interface NotFoundProps {
  readonly what: string;
  readonly why?: string;
}

/** What is shown for an address that leads nowhere. */
export function NotFoundPage(props: NotFoundProps) {
  return (
    <main>
      <h1 className="sr-only">Not found</h1>
      <NotFound {...props} />
    </main>
  );
}

/** What is shown within a page in place of what is not there. */
export function NotFound({ what, why }: NotFoundProps) {
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
