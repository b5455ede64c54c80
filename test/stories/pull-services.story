# What was pulled from a catalog is a definition: in the place of the one that was pushed, it changes nothing.

--- binnacle.config.ts
export default {
  project: 'shop',
  environments: { production: { destinations: { backstage: { folder: 'catalog' } } } },
};

--- services/checkout.yaml
apiVersion: binnacle.dev/v1
kind: Service
metadata: { name: checkout }
spec:
  title: Checkout
  description: Takes orders.
  owner: payments
  tier: 1
  lifecycle: production
  kind: online-serving
  languages: [go]
  system: Online Shop
  links: [{ type: runbook, title: Runbook, url: 'https://wiki.example.com/checkout' }]
  contacts: [{ type: email, contact: payments@example.com }]
  dependsOn: []
  tags: { area: shop }
  metrics: []
  parts: []

$ binnacle push --yes
push: 2 to create; 0 unchanged

production · Backstage files in catalog
  + Component/checkout
  + System/online-shop

pushed: 2 created

$ binnacle pull
live/production/backstage/Service/checkout.json
pulled 1 resource

$ rm services/checkout.yaml

$ cp live/production/backstage/Service services

$ cat services/checkout.json
{
  "apiVersion": "binnacle.dev/v1",
  "kind": "Service",
  "metadata": {
    "name": "checkout"
  },
  "spec": {
    "kind": "online-serving",
    "contacts": [
      {
        "contact": "payments@example.com",
        "type": "email"
      }
    ],
    "dependsOn": [],
    "description": "Takes orders.",
    "languages": [
      "go"
    ],
    "lifecycle": "production",
    "links": [
      {
        "title": "Runbook",
        "type": "runbook",
        "url": "https://wiki.example.com/checkout"
      }
    ],
    "metrics": [],
    "owner": "payments",
    "parts": [],
    "system": "Online Shop",
    "tags": {
      "area": "shop"
    },
    "tier": 1,
    "title": "Checkout"
  }
}

$ binnacle plan
plan: no changes; 2 unchanged

production · Backstage files in catalog
  nothing to do

digest sha256:5285b2ca49da1d68855f58b23d62078b7050c2d162e85e10ce764b98f26a7985
