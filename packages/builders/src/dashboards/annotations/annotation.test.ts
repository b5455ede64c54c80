import { expect, it } from 'vitest';
import { bounded } from '../../metrics/label.ts';
import { info } from '../../metrics/info.ts';
import { annotation } from './annotation.ts';
import { deploys } from './deploys.ts';

const build = info('shop_build_info', { help: 'Version.', labels: { version: bounded(3) } });

it('marks a version that was not there before', () => {
  expect(deploys(build, 'version').kind.spec).toMatchObject({
    name: 'Deployments',
    enable: true,
    query: {
      group: 'prometheus',
      datasource: { name: '${datasource}' },
      spec: { expr: 'count by (version) (shop_build_info) unless count by (version) (shop_build_info offset 5m)' },
    },
    legacyOptions: { titleFormat: '{{version}}', tagKeys: 'version' },
  });
});

it('marks whatever an expression tells', () => {
  const made = annotation('Restarts', build, { title: '{{instance}} restarted', color: 'warning', off: true });
  expect(made.kind.spec).toMatchObject({ name: 'Restarts', enable: false, iconColor: 'orange' });
  // @ts-expect-error the metric has no such label
  annotation('Restarts', build, { title: '{{pod}} restarted' });
});
