# One broken definition file reports its own error and the rest is still checked; a build writes nothing then.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { production: {} } });

--- services/checkout.ts
import { service } from '@binnacle/builders';
export default service('checkout', {
  title: 'Checkout',
  description: 'Takes orders.',
  owner: 'payments',
  tier: 3,
  kind: 'library',
  links: { runbook: 'https://runbooks.example.com/checkout', repository: 'https://git.example.com/checkout' },
});

--- services/syntax.ts
import { service } from '@binnacle/builders';
export default service('syntax', {;

--- services/throws.ts
import { limits } from '../lib/limits.ts';
export default limits.checkout.toFixed(2);

--- services/typo.ts
import { servise } from '@binnacle/builders';
export default servise('typo', {});

--- lib/limits.ts
export const limits: Record<string, number> = {};

$ binnacle check
services/syntax.ts:2:35 error Expected identifier but found ";" [load/module]

services/throws.ts:2:32 error TypeError: Cannot read properties of undefined (reading 'toFixed') [load/module]

services/typo.ts:1:10 error '@binnacle/builders' has no export 'servise' [load/module]
    fix: did you mean 'service'?

3 errors in 3 files (and 1 note: -v shows it) · 0 dashboards, 0 alerts, 0 records, 1 service from 4 files for production (time)
exit 1

$ binnacle build
services/syntax.ts:2:35 error Expected identifier but found ";" [load/module]

services/throws.ts:2:32 error TypeError: Cannot read properties of undefined (reading 'toFixed') [load/module]

services/typo.ts:1:10 error '@binnacle/builders' has no export 'servise' [load/module]
    fix: did you mean 'service'?

3 errors in 3 files · nothing was written; 0 dashboards, 0 alerts, 0 records, 1 service from 4 files for production (time)
exit 1

$ ls out

$ rm services/syntax.ts

$ rm services/throws.ts

$ rm services/typo.ts

$ binnacle build -q

$ ls out
.binnacle.json
production/backstage/catalog-info.yaml
production/backstage/component/checkout.yaml
production/datadog/v2.2/checkout.yaml
production/datadog/v3/checkout.yaml
