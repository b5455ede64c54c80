import { sceneGraph, type SceneObject, SceneVariableValueChangedEvent } from '@grafana/scenes';
import { useEffect, useReducer } from 'react';

/** Draws again when a variable has another value or the time another range: for what is written with them. */
export function useInterpolation(scene: SceneObject | undefined): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (scene === undefined) return undefined;
    const subscriptions = [
      scene.getRoot().subscribeToEvent(SceneVariableValueChangedEvent, draw),
      sceneGraph.getTimeRange(scene).subscribeToState(draw),
    ];
    // Between what was drawn and now, variables may have got their values.
    draw();
    return () => {
      for (const one of subscriptions) one.unsubscribe();
    };
  }, [scene]);
}
