export * from './resource.ts';
export * from './origin.ts';
export * from './diagnostic.ts';
export * from './environment.ts';
export * from './kinds/dashboard.ts';
export * from './kinds/folder.ts';
export * from './kinds/prometheus-rule.ts';
export * from './kinds/service.ts';
