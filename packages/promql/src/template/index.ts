export type { TemplateSample } from './prometheus/functions.ts';
export {
  compileTemplate,
  render,
  type AlertData,
  type CompiledTemplate,
  type Rendered,
  type RenderOptions,
} from './render.ts';
export * from './syntax.ts';
