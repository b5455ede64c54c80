import type { SceneObject } from '@grafana/scenes';

/** Draws a scene object. */
export function Show({ of }: { readonly of: SceneObject }) {
  // oxlint-disable-next-line typescript/unbound-method -- a component that the interface declares like a method
  const { Component } = of;
  return <Component model={of} />;
}
