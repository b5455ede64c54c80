import { expect, test } from 'vitest';
import { siteOf } from './sites.ts';

test.each([
  ['datadoghq.com', 'https://api.datadoghq.com'],
  ['us1', 'https://api.datadoghq.com'],
  ['EU', 'https://api.datadoghq.eu'],
  ['us5.datadoghq.com', 'https://api.us5.datadoghq.com'],
  ['uk1', 'https://api.uk1.datadoghq.com'],
  ['https://app.datadoghq.com/', 'https://api.datadoghq.com'],
  ['xx9.datadoghq.com', 'https://api.xx9.datadoghq.com'],
])('%s is %s', (name, url) => {
  expect(siteOf(name)).toEqual({ url, isGovernment: false });
});

test.each(['ddog-gov.com', 'us2.ddog-gov.com', 'us1-fed'])('%s is for the government', (name) => {
  expect(siteOf(name).isGovernment).toBe(true);
});

test.each(['us9', 'datadoghq.com.example.com', 'example.com', 'evil-datadoghq.com', ''])('%j is none', (name) => {
  expect(() => siteOf(name)).toThrow(`'${name}' is not a Datadog site`);
});
