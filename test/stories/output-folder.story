# What a build does to its output folder: it writes what changed, removes what it no longer makes, repairs what
# was edited, and leaves everything else alone.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { dev: {}, production: {} } });

--- dashboards/folders.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: shop }
spec: { title: Shop }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: platform }
spec: { title: Platform }

$ binnacle build
dev: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (2 created)
production: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (2 created)
no problems · wrote out (time)

$ ls out
.binnacle.json
dev/grafana/folders/platform.json
dev/grafana/folders/shop.json
production/grafana/folders/platform.json
production/grafana/folders/shop.json

$ binnacle build
dev: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (unchanged)
production: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (unchanged)
no problems · out is up to date (time)

--- out/dev/grafana/folders/shop.json
edited by hand

--- out/README.md
not made by Binnacle

$ binnacle build
dev: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (1 changed)
production: 0 dashboards, 0 alerts, 0 records, 0 services → 2 files (unchanged)
no problems · wrote out (time)

--- dashboards/folders.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: shop }
spec: { title: The shop }

$ binnacle build --env dev
dev: 0 dashboards, 0 alerts, 0 records, 0 services → 1 file (1 changed, 1 removed)
no problems · wrote out (time)

$ binnacle build
dev: 0 dashboards, 0 alerts, 0 records, 0 services → 1 file (unchanged)
production: 0 dashboards, 0 alerts, 0 records, 0 services → 1 file (1 changed, 1 removed)
no problems · wrote out (time)

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { production: {} } });

$ binnacle build
production: 0 dashboards, 0 alerts, 0 records, 0 services → 1 file (unchanged)
1 file of environments that are gone removed
no problems · wrote out (time)

$ ls out
.binnacle.json
README.md
production/grafana/folders/shop.json

$ cat out/.binnacle.json
{
 "project": "shop",
 "files": {
  "production/grafana/folders/shop.json": "cdbff115d2cae3d12c29bbadedd35d67a635f17fddc57d4e28fd4c840266d4d0"
 }
}

$ cat out/README.md
not made by Binnacle

--- elsewhere/production/grafana/folders/shop.json
somebody else's

$ binnacle build --out elsewhere
! error: elsewhere already holds files that Binnacle did not write: production/grafana/folders/shop.json
!   move them, choose another folder with --out, or overwrite them with --force
exit 2

$ binnacle build --out elsewhere --force -q

$ ls elsewhere
.binnacle.json
production/grafana/folders/shop.json

$ binnacle build --out .
! error: the output folder . contains the project itself
!   name a folder of its own, such as `out`
exit 2

$ binnacle build --out dashboards
! error: the output folder dashboards holds definitions (dashboards)
!   name a folder of its own, such as `out`
exit 2

$ binnacle build --out services/made
! error: files in the output folder services/made would be read as definitions
!   name a folder that no glob of `include` matches, such as `out`, or add it to `exclude`
exit 2
