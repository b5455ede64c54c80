import type { ServiceResource } from '@binnacle/model';
import { linksOf, systemName, type Surroundings } from '../catalog.ts';
import type { Note } from '../note.ts';
import { filled } from '../present.ts';
import { KINDS } from './kinds.ts';
import { datadogContacts, datadogLinks } from './people-and-links.ts';
import { PAGERDUTY_SERVICE } from './schema-v2.2.ts';
import { datadogTags } from './tags.ts';

const SERVICE_DIRECTORY = new RegExp(PAGERDUTY_SERVICE);

/** A service as a v2.2 definition, which sites without v3 take. It knows no display name and no dependencies. */
export function serviceDefinition(
  service: ServiceResource,
  catalog: Surroundings,
  note: Note,
): Readonly<Record<string, unknown>> {
  const { spec, metadata } = service;
  const lost = filled({
    title: spec.title === metadata.name ? '' : spec.title,
    dependsOn: spec.dependsOn,
    kind: KINDS[spec.kind].typeV22 === 'custom' ? spec.kind : '',
  });
  if (Object.keys(lost).length > 0) {
    note({ severity: 'info', path: '/spec', message: `Datadog v2.2 has no field for ${Object.keys(lost).join(', ')}` });
  }
  const isServicePage = spec.pagerduty !== undefined && SERVICE_DIRECTORY.test(spec.pagerduty);
  if (spec.pagerduty !== undefined && !isServicePage) {
    note({
      severity: 'warning',
      path: '/spec/pagerduty',
      message: `Datadog v2.2: '${spec.pagerduty}' is not a page of PagerDuty's service directory; it is left out`,
      fix: 'write https://<account>.pagerduty.com/service-directory/P…',
    });
  }
  return {
    'schema-version': 'v2.2',
    'dd-service': metadata.name,
    ...filled({
      team: spec.owner,
      application: systemName(spec.system ?? ''),
      description: spec.description,
      tier: String(spec.tier),
      lifecycle: spec.lifecycle,
      type: KINDS[spec.kind].typeV22,
      languages: spec.languages.toSorted(),
      contacts: datadogContacts(spec.contacts, note, { needsAddress: true }),
      links: datadogLinks(linksOf(service, catalog)),
      tags: datadogTags(spec.tags).tags,
      integrations: filled({ pagerduty: isServicePage ? { 'service-url': spec.pagerduty } : undefined }),
    }),
  };
}
