import type { Diagnostic } from '../../diagnostic.ts';
import { durationMs } from '../../duration.ts';
import { finding, type Finding } from '../../finding.ts';
import type { Kind } from '../../kind.ts';
import { DNS_LABEL } from '../../names.ts';
import { pointer } from '../../pointer.ts';
import { type Resource, SERVICE_LABEL } from '../../resource.ts';
import { specDiagnostics } from '../../schema/check.ts';
import { compareServiceLevelObjectives } from './compare.ts';
import { outlineServiceLevelObjective } from './outline.ts';
import {
  isServiceLevelObjective,
  SERVICE_LEVEL_OBJECTIVE_API_VERSION,
  type ServiceLevelObjectiveSpec,
} from './spec.ts';

/** OpenSLO's windows have one unit. */
const WINDOW = /^\d+[hdw]$/;
const HOUR = 3600e3;

function* findings({ metadata, spec }: Resource<ServiceLevelObjectiveSpec>): Generator<Finding> {
  const { title, objective, window, indicator } = spec;
  const severity = 'error';
  if (metadata.labels?.[SERVICE_LABEL] === undefined) {
    yield {
      rule: 'service-level-objective/service',
      severity,
      path: pointer('metadata', 'labels', SERVICE_LABEL),
      message: 'it is not said whose promise this is',
      fix: `add the label ${SERVICE_LABEL} with the name of the service`,
    };
  }
  if (title.trim() === '') {
    yield { rule: 'service-level-objective/text', severity, path: '/spec/title', message: 'the title is empty' };
  }
  if (!(objective > 0 && objective < 100)) {
    const message = `the objective ${objective} is not a percentage between 0 and 100`;
    const fix = objective === 100 ? 'leave room for failures: 99.9' : 'write one like 99.9';
    yield { rule: 'service-level-objective/objective', severity, path: '/spec/objective', message, fix };
  } else if (objective <= 1) {
    const message = `an objective of ${objective} per cent lets nearly everything fail`;
    const fix = `write ${Number((objective * 100).toPrecision(12))} if a share was meant`;
    const rule = 'service-level-objective/objective';
    yield { rule, severity: 'warning', path: '/spec/objective', message, fix };
  }
  if (!WINDOW.test(window) || (durationMs(window) ?? 0) < HOUR) {
    yield {
      rule: 'service-level-objective/window',
      severity,
      path: '/spec/window',
      message: `the window '${window}' is not a number of hours, days or weeks`,
      fix: 'write one like 30d',
    };
  }
  if ((indicator.good === undefined) === (indicator.bad === undefined)) {
    const isBoth = indicator.good !== undefined;
    yield {
      rule: 'service-level-objective/indicator',
      severity,
      path: '/spec/indicator',
      message: isBoth ? 'good and bad events are both given' : 'neither good nor bad events are given',
      fix: isBoth
        ? 'drop one: the rest of the total is the other'
        : 'add a selector of the good events, or of the bad ones',
    };
  }
}

function check(resource: Resource): Diagnostic[] {
  const found = specDiagnostics(resource, {
    schema: 'service-level-objective',
    rule: 'schema/service-level-objective',
  });
  if (found.length > 0 || !isServiceLevelObjective(resource)) return found;
  return [...findings(resource)].map((about) => finding(resource, about));
}

/** What a service promises its users: a share of good events over a rolling window. */
export const serviceLevelObjective: Kind = {
  kind: 'ServiceLevelObjective',
  apiVersions: [SERVICE_LEVEL_OBJECTIVE_API_VERSION],
  name: DNS_LABEL,
  check,
  compare: compareServiceLevelObjectives,
  outline: outlineServiceLevelObjective,
};
