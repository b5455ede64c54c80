/** The archetypes there are, one file each, in alphabetical order. */
export { batch, type BatchRoles, type BatchRuleOptions, type BatchSchedule } from './batch.ts';
export { cache, type CacheRoles, type CacheRuleOptions } from './cache.ts';
export { client, type ClientRoles } from './client.ts';
export { collector, type CollectorRoles, type CollectorRuleOptions } from './collector.ts';
export { failures, type FailureRoles, type FailureRuleOptions } from './failures.ts';
export { logging, type LoggingRoles, type LoggingRuleOptions } from './logging.ts';
export {
  offlineProcessing,
  type OfflineProcessingRuleOptions,
  type Stage,
  type StageRoles,
} from './offline-processing.ts';
export { onlineServing, type OnlineServingRoles, type OnlineServingRuleOptions, type Side } from './online-serving.ts';
export { resource, type ResourceOptions, type ResourceRoles, type ResourceRuleOptions } from './resource.ts';
export { threadPool, type ThreadPoolRoles, type ThreadPoolRuleOptions } from './thread-pool.ts';
