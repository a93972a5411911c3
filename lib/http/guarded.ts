/**
 * An answer that no cache between us and the visitor may keep, unless it says otherwise, and that names its letters. Pure
 * but for the headers of the answer.
 */
export function guarded<Answer extends Response>(response: Answer): Answer {
  const { headers } = response;
  const kept = headers.get('cache-control');
  if (kept === null || kept === 'no-store') headers.set('Cache-Control', 'private, no-store');
  if (headers.get('content-type') === 'application/json')
    headers.set('Content-Type', 'application/json; charset=utf-8');
  return response;
}
