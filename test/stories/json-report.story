# `--json` is one JSON document on standard output, whatever definitions print.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({ project: 'shop', environments: { production: {} } });

--- dashboards/folder.ts
console.log('printed by a definition');
process.stdout.write('written by a definition\n');
export default {
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: 'shop' },
  spec: { title: 'Shop' },
};

$ binnacle build --json
{
  "format": 1,
  "ok": true,
  "command": "build",
  "environments": [
    "production"
  ],
  "definitions": 1,
  "counts": {
    "dashboards": 0,
    "alerts": 0,
    "records": 0,
    "services": 0
  },
  "findings": [],
  "built": {
    "out": "out",
    "environments": [
      {
        "name": "production",
        "dashboards": 0,
        "alerts": 0,
        "records": 0,
        "services": 0,
        "files": 1,
        "created": 1,
        "changed": 0,
        "removed": 0
      }
    ],
    "removed": 0
  },
  "summary": {
    "errors": 0,
    "warnings": 0,
    "infos": 0
  },
  "milliseconds": 0
}
! printed by a definition
! written by a definition

$ binnacle list --json
[
  {
    "kind": "Folder",
    "name": "shop",
    "service": "",
    "owner": "",
    "file": "dashboards/folder.ts",
    "line": 1
  }
]
