export { defineConfig, type Config, type EnvironmentConfig } from '@binnacle/model';
