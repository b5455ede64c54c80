import { css } from '@emotion/css';
import { LoadingState } from '@grafana/data';
import {
  ControlsLabel,
  type SceneComponentProps,
  type SceneDataLayerProvider,
  SceneDataLayerSet,
  sceneGraph,
  SceneObjectBase,
} from '@grafana/scenes';
import { Show } from './show.tsx';

/** Above a dashboard: each kind of its events by name, to be switched off and on. */
export class AnnotationSwitches extends SceneObjectBase {
  static Component = SwitchesView;
}

function SwitchesView({ model }: SceneComponentProps<AnnotationSwitches>) {
  const layers = sceneGraph
    .getDataLayers(model, true)
    .flatMap((layer) => (layer instanceof SceneDataLayerSet ? layer.state.layers : [layer]));
  return layers.map((layer) => <Switch key={layer.state.key} layer={layer} />);
}

function Switch({ layer }: { readonly layer: SceneDataLayerProvider }) {
  const { name, isHidden, data, key } = layer.useState();
  if (isHidden === true) return null;
  const [error] = data?.errors ?? [];
  return (
    <div className={css({ display: 'flex' })}>
      <ControlsLabel
        htmlFor={`data-layer-${key}`}
        label={name}
        isLoading={data?.state === LoadingState.Loading}
        {...(error?.message === undefined ? {} : { error: error.message })}
      />
      <Show of={layer} />
    </div>
  );
}
