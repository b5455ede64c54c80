import { type ApiAnswer, failure, ParameterError, success } from './answer.ts';
import { limitOf } from './parameters.ts';
import { answerQuery, answerRange } from './queries.ts';
import { activeAlerts, ruleGroups } from './rules.ts';
import type { Samples } from './samples.ts';
import { answerLabels, answerLabelValues, answerSeries } from './series.ts';

const LABEL_VALUES = /^label\/([^/]+)\/values$/;

function metadata(parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const wanted = parameters.get('metric');
  const limit = limitOf(parameters) ?? Infinity;
  const all = [...samples.metadata()].filter(([name]) => wanted === null || wanted === '' || name === wanted);
  return success(Object.fromEntries(all.slice(0, limit)));
}

function route(path: string, parameters: URLSearchParams, samples: Samples): ApiAnswer {
  const [, label] = LABEL_VALUES.exec(path) ?? [];
  if (label !== undefined) return answerLabelValues(decodeURIComponent(label), parameters, samples);
  switch (path) {
    case 'query':
      return answerQuery(parameters, samples);
    case 'query_range':
      return answerRange(parameters, samples);
    case 'series':
      return answerSeries(parameters, samples);
    case 'labels':
      return answerLabels(parameters, samples);
    case 'metadata':
      return metadata(parameters, samples);
    case 'rules':
      return success({ groups: ruleGroups(samples.states, samples.now()) });
    case 'alerts':
      return success({ alerts: activeAlerts(samples.states, samples.now()) });
    case 'status/buildinfo':
      return success({
        version: samples.version,
        revision: '',
        branch: '',
        buildUser: '',
        buildDate: '',
        goVersion: '',
      });
    default:
      return failure('not_found', `no such endpoint: /api/v1/${path}`);
  }
}

/** Answers a request to Prometheus's HTTP API from samples. `path` is what follows `/api/v1/`. */
export function answerApi(path: string, parameters: URLSearchParams, samples: Samples): ApiAnswer {
  try {
    return route(path, parameters, samples);
  } catch (error) {
    if (error instanceof ParameterError) return failure('bad_data', error.message);
    if (error instanceof URIError) return failure('bad_data', `invalid label name in ${path}`);
    throw error;
  }
}
