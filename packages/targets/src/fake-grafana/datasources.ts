import { isRecord } from '@binnacle/model';
import { type Answer, answer, legacyError } from './answer.ts';
import type { FakeDatasource } from './organisation.ts';
import type { Context, FakeRequest } from './request.ts';
import { textOf } from '../text-of.ts';

function written(body: unknown, uid: string, version: number): FakeDatasource {
  const { name, type } = isRecord(body) ? body : {};
  return { uid, name: textOf(name, uid), type: textOf(type, 'prometheus'), version };
}

function create({ body }: FakeRequest, { organisation: { datasources }, next }: Context): Answer {
  const uid = isRecord(body) && typeof body['uid'] === 'string' ? body['uid'] : `ds-${next()}`;
  const made = written(body, uid, 1);
  if ([...datasources.values()].some((one) => one.uid === uid || one.name === made.name)) {
    return legacyError(409, 'data source with the same name or uid already exists');
  }
  datasources.set(uid, made);
  return answer(200, { datasource: made, id: next(), message: 'Datasource added', name: made.name });
}

/** `/api/datasources[/uid/{uid}[/health]]`. */
export function datasourcesRoute(request: FakeRequest, context: Context): Answer {
  const { method, body, segments } = request;
  const { datasources } = context.organisation;
  const [, , , uid, health] = segments;
  if (uid === undefined) return method === 'POST' ? create(request, context) : answer(200, [...datasources.values()]);
  const found = datasources.get(uid);
  if (found === undefined) return legacyError(404, 'Data source not found');
  if (health === 'health') return answer(200, { status: 'OK', message: 'Data source is working' });
  if (method === 'GET') return answer(200, found);
  if (found.readOnly === true) return legacyError(403, 'Cannot update read-only data source');
  if (method === 'DELETE') {
    datasources.delete(uid);
    return answer(200, { message: 'Data source deleted' });
  }
  const version = found.version ?? 1;
  if (isRecord(body) && body['version'] !== undefined && body['version'] !== version) {
    return legacyError(409, 'Datasource has already been updated by someone else. Please reload and try again');
  }
  const next = written(body, uid, version + 1);
  datasources.set(uid, next);
  return answer(200, { datasource: next, message: 'Datasource updated', name: next.name });
}
