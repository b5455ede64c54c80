# What is declared is planned, pushed, found edited, pulled, overwritten and pruned; what others made is left
# alone.

--- binnacle.config.ts
import { defineConfig } from '@binnacle/cli';
export default defineConfig({
  project: 'shop',
  environments: { production: { destinations: { files: { folder: 'live' } } } },
});

--- services/folders.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: shop }
spec: { title: Shop }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: bank }
spec: { title: Bank }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: post }
spec: { title: Post }
---
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: mill }
spec: { title: Mill }

--- live/Folder.bank.json
{ "apiVersion": "folder.grafana.app/v1", "kind": "Folder", "metadata": { "name": "bank" }, "spec": { "title": "Old bank" } }

--- live/Folder.foreign.json
{ "apiVersion": "folder.grafana.app/v1", "kind": "Folder", "metadata": { "name": "foreign" }, "spec": { "title": "Foreign" } }

$ binnacle plan --exit-code
plan: 3 to create, 1 made by others; 0 unchanged

production · files in live
  ? Folder/bank  Bank · is there, and Binnacle did not make it
      ~ title Old bank → Bank
  + Folder/mill  Mill
  + Folder/post  Post
  + Folder/shop  Shop

digest sha256:88f95154cf4622c991dfc69c0a4a57dbbb963860551ce693c4cf972d987ec0ee
exit 3

$ binnacle push
push: 3 to create, 1 made by others; 0 unchanged

production · files in live
  ? Folder/bank  Bank · is there, and Binnacle did not make it
      ~ title Old bank → Bank
  + Folder/mill  Mill
  + Folder/post  Post
  + Folder/shop  Shop

! error: nobody is there to confirm the push
!   add --yes to push without being asked
exit 2

$ binnacle push --yes
push: 3 to create, 1 made by others; 0 unchanged

production · files in live
  ? Folder/bank  Bank · is there, and Binnacle did not make it
      ~ title Old bank → Bank
  + Folder/mill  Mill
  + Folder/post  Post
  + Folder/shop  Shop

production · files in live
  not written Folder/bank: exists, and Binnacle did not make it
      fix: --adopt takes it over
pushed: 3 created
exit 1

$ binnacle push --yes --adopt
push: 1 made by others; 3 unchanged

production · files in live
  ? Folder/bank  Bank · is there, and Binnacle did not make it
      ~ title Old bank → Bank

pushed: 1 adopted

$ binnacle plan --exit-code
plan: no changes; 4 unchanged

production · files in live
  nothing to do

digest sha256:de956d191a4b1aedf7fe2151ed9293411a671c95ab563d76947664575c89919c

$ cat live/Folder.shop.json
{
  "apiVersion": "folder.grafana.app/v1",
  "kind": "Folder",
  "metadata": {
    "name": "shop",
    "annotations": {
      "binnacle.dev/checksum": "0dc96891b9e6bb5ba196f1e03e7addcfcf292703fc72a45a830e4610d06fcc5e",
      "binnacle.dev/environment": "production",
      "binnacle.dev/project": "shop"
    }
  },
  "spec": {
    "title": "Shop"
  }
}

--- live/Folder.shop.json
{
  "apiVersion": "folder.grafana.app/v1",
  "kind": "Folder",
  "metadata": {
    "name": "shop",
    "annotations": {
      "binnacle.dev/checksum": "0dc96891b9e6bb5ba196f1e03e7addcfcf292703fc72a45a830e4610d06fcc5e",
      "binnacle.dev/environment": "production",
      "binnacle.dev/project": "shop"
    }
  },
  "spec": {
    "title": "By hand"
  }
}

$ binnacle drift
drift: 1 edited live; 3 unchanged

production · files in live
  ! Folder/shop  By hand · edited live
      ~ title Shop → By hand
exit 4

$ binnacle push --yes
push: 1 edited live; 3 unchanged

production · files in live
  ! Folder/shop  Shop · edited live; overwriting it would do this
      ~ title By hand → Shop

production · files in live
  not written Folder/shop: edited live
  error Folder/shop was edited live since the last push; nothing is written
      fix: --on-drift overwrite writes what is declared, --on-drift keep leaves the edits; `binnacle pull` saves them to files
pushed: nothing written
exit 4

$ binnacle pull Folder/shop Folder/none --out pulled
pulled/production/files/Folder/shop.json
pulled 1 resource
! error: Folder/none is in none of the systems
exit 1

$ binnacle push --yes --on-drift overwrite
push: 1 edited live; 3 unchanged

production · files in live
  ! Folder/shop  Shop · edited live, to be overwritten with this
      ~ title By hand → Shop

pushed: 1 live edit overwritten

$ binnacle drift
drift: no drift; 4 unchanged

production · files in live
  nothing was edited or removed

--- services/folders.yaml
apiVersion: folder.grafana.app/v1
kind: Folder
metadata: { name: shop }
spec: { title: Shop }

$ binnacle push --yes
push: 3 no longer declared; 1 unchanged

production · files in live
  - Folder/bank  Bank · no longer declared
  - Folder/mill  Mill · no longer declared
  - Folder/post  Post · no longer declared

production · files in live
  left Folder/bank: no longer declared
      fix: --prune deletes it
  left Folder/mill: no longer declared
      fix: --prune deletes it
  left Folder/post: no longer declared
      fix: --prune deletes it
pushed: nothing written

$ binnacle push --yes --prune
push: 3 no longer declared; 1 unchanged

production · files in live
  - Folder/bank  Bank · no longer declared
  - Folder/mill  Mill · no longer declared
  - Folder/post  Post · no longer declared

production · files in live
  error --prune would delete 3 of 4 resources, which is more than 25 %
      fix: if that is meant, add --prune-limit 75
pushed: nothing written
exit 1

$ binnacle push --yes --prune --prune-limit 75
push: 3 no longer declared; 1 unchanged

production · files in live
  - Folder/bank  Bank · no longer declared
  - Folder/mill  Mill · no longer declared
  - Folder/post  Post · no longer declared

pushed: 3 deleted

$ ls live
Folder.foreign.json
Folder.shop.json

$ binnacle build --bundle bundle.json
bundle.json: 1 resource for production
digest sha256:09ebb37636fe9ad3f5de3bc0d80a0a4a5af11f4216355ba7316dfbad45d3f9e5

$ binnacle push --bundle bundle.json --digest sha256:0000 --yes
! error: bundle.json is not the bundle that was reviewed: its digest is sha256:09ebb37636fe9ad3f5de3bc0d80a0a4a5af11f4216355ba7316dfbad45d3f9e5, not sha256:0000
!   review the bundle as it is now, or build it again from the reviewed commit
exit 2

$ binnacle push --bundle bundle.json --expect-plan sha256:0000 --yes
push: no changes; 1 unchanged

production · files in live
  nothing to do

! error: the plan is not the one that was reviewed: its digest is sha256:de956d191a4b1aedf7fe2151ed9293411a671c95ab563d76947664575c89919c, not sha256:0000
!   something changed since: review `binnacle plan` again
exit 2

$ binnacle push --to granafa
! error: --to granafa: there is no such destination
!   did you mean 'grafana'?
exit 2
