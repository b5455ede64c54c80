import { describe, expect, it } from 'vitest';
import { pictureAddress } from './render.ts';

const ORDER = { uid: 'shop a', theme: 'dark', format: 'png', width: 1440 } as const;

describe('the address of a picture', () => {
  it('is that of the dashboard without what is only there to be used', () => {
    expect(pictureAddress('http://127.0.0.1:1/', ORDER)).toBe('http://127.0.0.1:1/d/shop%20a?drawAll');
  });

  it('has the time and the variables', () => {
    const parameters = { from: 'now-3h', 'var-route': ['/cart', '/pay'] };
    expect(pictureAddress('http://127.0.0.1:1/', { ...ORDER, parameters })).toBe(
      'http://127.0.0.1:1/d/shop%20a?drawAll=&from=now-3h&var-route=%2Fcart&var-route=%2Fpay',
    );
  });

  it('of a change is that of both versions', () => {
    expect(pictureAddress('http://127.0.0.1:1/', { ...ORDER, of: 'both' })).toBe(
      'http://127.0.0.1:1/compare/shop%20a?view=both&drawAll',
    );
  });
});
