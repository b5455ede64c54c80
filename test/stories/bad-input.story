# Each mistake is one clear error that names the file, the thing and what to write instead.

$ binnacle build
! error: no binnacle.config.ts in <folder> or a folder above it
!   run `binnacle init` to start a project, or name the file with --config
exit 2

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({
  project: 'shop',
  include: ['services/*.yaml', 'alerts/**/*.ts'],
  environments: { production: {}, staging: {} },
});

--- services/a.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: a }
spec: { title: A }

$ binnacle check
binnacle.config.ts:4:1 error `include` has the glob 'alerts/**/*.ts', which matches no file [load/glob]
    fix: correct the glob (it is relative to the folder of the config file), or remove it

1 error in 1 file · 0 dashboards, 0 alerts, 0 records, 0 services from 1 file for production, staging (time)
exit 1

$ binnacle check --env prodution
! error: --env prodution: there is no such environment
!   did you mean 'production'?
exit 2

$ binnacle check --set production.prometheus.versoin=3
! error: --set: config.environments.production.prometheus.versoin is not known; did you mean 'version'?
exit 2

$ binnacle check --set production
! error: --set production: not of the form <environment>.<path>=<value>
!   e.g. --set production.prometheus.retention=30d, or *.prometheus.version=3.5
exit 2

$ binnacle chek
! error: unknown command 'chek'
! (Did you mean check?)
! (add --help for what this command takes)
exit 2

$ binnacle check --jsn
! error: unknown option '--jsn'
! (Did you mean --json?)
! (add --help for what this command takes)
exit 2

$ binnacle check --json --quiet
! error: option '--json' cannot be used with option '-q, --quiet'
! (add --help for what this command takes)
exit 2

$ binnacle check --config other.config.ts
! error: no config file at other.config.ts
!   correct the path given with --config
exit 2

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: {} });

$ binnacle check
! error: binnacle.config.ts: config.environments names no environment; write at least one, e.g. environments: { production: {} }
exit 2

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli'
export default defineConfig({ project: 'shop', environments: { production: {} } );

$ binnacle check
! error: binnacle.config.ts:2:81: Expected "}" but found ")"
exit 2

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { production: {} } });

--- services/a.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: ../../escape }
spec: { title: A }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: twice }
spec: { title: One }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: twice }
spec: { title: Two }
---
apiVersion: folder.grafana.app/v1
kind: Foldr
metadata: { name: b }
spec: { title: B }

$ binnacle check
services/a.yaml:3:13 error the name "../../escape" would leave its folder [resource/name]
    Folder/../../escape
    fix: write 1 to 40 letters, digits, - or _
services/a.yaml:13:13 error two resources are Folder/twice [resource/duplicate-name]
    Folder/twice
    the other: services/a.yaml:6:1
    fix: give each its own name
services/a.yaml:17:1 error no kind 'Foldr' [resource/unknown-kind]
    Foldr/b
    fix: did you mean 'Folder'?

3 errors in 1 file · 0 dashboards, 0 alerts, 0 records, 0 services from 1 file for production (time)
exit 1

$ rm services/a.yaml

$ binnacle check
binnacle.config.ts:1:1 error no definition files: nothing matches 'services/**/*.{ts,mts,cts,json,yaml,yml}', 'dashboards/**/*.{ts,mts,cts,json,yaml,yml}', 'rules/**/*.{ts,mts,cts,json,yaml,yml}' [load/empty]
    fix: write one (`binnacle init` makes a first service, dashboard and rule file), or set `include` in the config

1 error in 1 file · 0 dashboards, 0 alerts, 0 records, 0 services from 0 files for production (time)
exit 1
