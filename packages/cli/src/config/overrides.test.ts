import type { Config } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../expected.ts';
import { override } from './overrides.ts';

const config: Config = {
  project: 'shop',
  environments: { dev: {}, production: { prometheus: { version: '2.42', retention: '15d' } } },
};

describe('override', () => {
  it('sets one value of one environment and keeps its neighbours', () => {
    expect(override(config, { set: ['production.prometheus.retention=30d'] }).environments).toEqual({
      dev: {},
      production: { prometheus: { version: '2.42', retention: '30d' } },
    });
  });

  it('keeps a version text', () => {
    expect(override(config, { set: ['dev.prometheus.version=3.5'] }).environments['dev']).toEqual({
      prometheus: { version: '3.5' },
    });
  });

  it('reads lists and objects as JSON', () => {
    expect(override(config, { set: ['dev.prometheus.features=["promql-duration-expr"]'] }).environments['dev']).toEqual(
      {
        prometheus: { features: ['promql-duration-expr'] },
      },
    );
  });

  it('sets every environment with *, and by the short flags', () => {
    const versions = {
      dev: { prometheus: { version: '3.0' } },
      production: { prometheus: { version: '3.0', retention: '15d' } },
    };
    expect(override(config, { set: ['*.prometheus.version=3.0'] }).environments).toEqual(versions);
    expect(override(config, { prometheusVersion: '3.0' }).environments).toEqual(versions);
  });

  it('does not change the config it was given', () => {
    override(config, { grafanaVersion: '12.0' });
    expect(config.environments['dev']).toEqual({});
  });

  it.each(['production', 'production=1', 'prometheus.=1'])('refuses %s, which names no value', (text) => {
    expect(() => override(config, { set: [text] })).toThrow(ExpectedError);
  });

  it('refuses an environment that does not exist', () => {
    expect(() => override(config, { set: ['staging.labels.x=y'] })).toThrow("there is no environment 'staging'");
  });
});
