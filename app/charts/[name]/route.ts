import { headers } from 'next/headers';
import { currentViewer } from '@/lib/auth/session';
import { openSelection } from '@/lib/explore/open';
import { chartFile } from '@/lib/exports/charts';
import { rowsHeader } from '@/lib/exports/formats';
import { imageShape } from '@/lib/exports/options';
import { takeHourlyTurn } from '@/lib/http/limits';
import { requestOrigin } from '@/lib/http/origin';
import { exportLocale, exportScale, respond } from '@/lib/http/respond';

/**
 * A chart of a selection as an image or as its series: `/charts/over-time.svg?<query of the page>`. How many of the
 * counted incidents are made up stands in a header, as with records, and so does how many rows a series has.
 */
export function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return respond(async () => {
    const { name } = await params;
    const query = new URL(request.url).searchParams;
    const locale = exportLocale(query);
    const image = { scale: exportScale(query), shape: imageShape(query, locale) };
    const viewer = await currentViewer();
    const { selection, reference } = await openSelection(query, { viewer, locale }, ['scale', 'shape']);
    // The dialog asks how many rows a series has before anybody wants the file.
    const isAsked = request.method === 'HEAD' && name.endsWith('.csv');
    if (!isAsked) await takeHourlyTurn('image', { viewer, locale, headers: await headers() });
    const asking = { viewer, locale, origin: await requestOrigin(), reference };
    const { body, type, synthetic, rows } = await chartFile(name, selection, asking, image);
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `inline; filename="daybook-${name.replaceAll(/[^\w.-]/g, '')}"`,
        'Cache-Control': 'no-store',
        'X-Daybook-Synthetic': String(synthetic),
        ...(rows === null ? {} : { [rowsHeader]: String(rows) }),
      },
    });
  });
}
