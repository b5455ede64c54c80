import { Button, EmptyState } from '@grafana/ui';

/** What is shown while the server does not say what the project is. */
export function Unreachable({ reason, retry }: { readonly reason: string; readonly retry: () => void }) {
  return (
    <EmptyState
      variant="call-to-action"
      message="The preview's server does not answer"
      button={<Button onClick={retry}>Try again</Button>}
    >
      <span role="alert">{reason}</span>
    </EmptyState>
  );
}
