export { recognise } from './classic/recognise.ts';
export { type FromClassic, toV2 } from './classic/to-v2.ts';
export type { Compared, ComparedResource, Comparer, Comparison } from './compare/comparison.ts';
export type { ApiRequest, Data } from './data/data.ts';
export { liveData, type LiveDataOptions } from './data/live.ts';
export { recordedData, type RecordedDataOptions } from './data/recorded.ts';
export { readRecording, type Recording, RecordingError } from './data/recording.ts';
export { sampleData, type SampleDataOptions } from './data/sample.ts';
export { dashboardAsCode, panelAsCode } from './explore/code/code.ts';
export { scratchResource } from './explore/dashboard.ts';
export type { PlacedPanel } from './explore/panel.ts';
export { readQuestion } from './explore/question.ts';
export { readingsOf } from './explore/readings.ts';
export { settle } from './explore/settle.ts';
export type { Upstream } from './grafana/pass-on.ts';
export { serveGrafana, type ServedGrafana } from './grafana/serve-grafana.ts';
export { PAGE_FOLDER } from './page-folder.ts';
export type { ProjectState } from './project/state.ts';
export { RenderError } from './render/find-chromium.ts';
export {
  createRenderer,
  type PanelCounts,
  type Picture,
  type PictureFormat,
  type PictureOrder,
  type Renderer,
  type Theme,
} from './render/render.ts';
export { ListenError } from './server/listen.ts';
export { isLoopback, type Preview, serve, type ServeOptions } from './server/serve.ts';
export type * from './wire/compare.ts';
export type * from './wire/project.ts';
