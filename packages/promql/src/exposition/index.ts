export { LineError, readLine, type ExpositionLine, type Format } from './line.ts';
export { loadExposition, type Loaded, type LoadOptions } from './load.ts';
