import type { FieldProblem } from '@/lib/errors';
import type { SavedViewLink, ViewPage } from '@/lib/saved-views/types';

/** What is sent to save a view. */
export type ViewToSave = { name: string; description: string; page: ViewPage; query: string };

/** How it went: the link, or why not. A kind stands for a sentence of ours where the server gave none. */
export type Sent =
  | { view: SavedViewLink }
  | { failed: 'offline' | 'unreadable' | { message: string; fields: FieldProblem[] } };

/** Asks the server to save a view. Never throws: a request that fails is an answer too. */
export async function sendView(view: ViewToSave): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch('/api/views', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(view),
    });
  } catch {
    return { failed: 'offline' };
  }
  try {
    const body: { view?: SavedViewLink; error?: { message: string; fields?: FieldProblem[] } } =
      await response.json();
    if (response.ok && body.view) return { view: body.view };
    if (body.error) return { failed: { message: body.error.message, fields: body.error.fields ?? [] } };
  } catch {
    // Something between us and the server answered in its own words.
  }
  return { failed: 'unreadable' };
}
