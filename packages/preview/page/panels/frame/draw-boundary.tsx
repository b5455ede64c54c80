import { Component, type ReactNode } from 'react';
import { Failure } from './failure.tsx';
import { usePainted } from './painted.ts';

interface Boundary {
  /** What is drawn; other data is another try. */
  readonly of: unknown;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | undefined;
  readonly of: unknown;
}

function Broken({ error, of }: { readonly error: Error; readonly of: unknown }) {
  usePainted('failed', of);
  return <Failure errors={[{ message: `cannot be drawn: ${error.message}` }]} />;
}

/** Keeps an error while drawing to the panel it happened in. */
export class DrawBoundary extends Component<Boundary, BoundaryState> {
  override state: BoundaryState = { of: this.props.of, error: undefined };

  static getDerivedStateFromError(error: Error): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps({ of }: Boundary, state: BoundaryState): BoundaryState | null {
    return of === state.of ? null : { of, error: undefined };
  }

  override render(): ReactNode {
    const { error, of } = this.state;
    return error === undefined ? this.props.children : <Broken error={error} of={of} />;
  }
}
