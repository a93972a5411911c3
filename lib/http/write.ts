import 'server-only';
import { headers } from 'next/headers';
import { authorise } from '@/lib/auth/authorise';
import type { Action } from '@/lib/auth/permissions';
import { currentViewer } from '@/lib/auth/session';
import type { Viewer } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locale';
import { getLocale } from '@/lib/i18n/request';
import { readJson } from './body';
import { requestOrigin } from './origin';
import { respond } from './respond';
import { requireSameOrigin } from './same-origin';

/** Who sends something that is to be written, and how. */
export type Sender = {
  viewer: Viewer;
  locale: Locale;
  origin: string;
  headers: Headers;
  /** Headers that the answer is to carry. */
  reply: Headers;
};

/** Largest body that is read where nothing else is said, in bytes. */
const longestBody = 16_384;

/**
 * The one way in for whatever changes something: JSON, from a page of ours only, by a viewer who may do `action`; the
 * mutation asks that again. What `work` returns is answered as JSON that nobody keeps.
 */
export function answerWrite(
  request: Request,
  action: Action,
  work: (body: unknown, sender: Sender) => Promise<unknown>,
  { longest = longestBody, status = 200 }: { longest?: number; status?: number } = {},
): Promise<Response> {
  return respond(async () => {
    const [locale, origin, sent] = await Promise.all([getLocale(), requestOrigin(), headers()]);
    requireSameOrigin(sent, origin, locale);
    const viewer = await currentViewer();
    authorise(viewer, action);
    const body = await readJson(request, longest, locale);
    const reply = new Headers();
    const answer = await work(body, { viewer, locale, origin, headers: sent, reply });
    return Response.json(answer ?? {}, { status, headers: reply });
  });
}
