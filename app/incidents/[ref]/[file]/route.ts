import { currentViewer } from '@/lib/auth/session';
import { today } from '@/lib/dates/civil';
import { AppError } from '@/lib/errors';
import { requestOrigin } from '@/lib/http/origin';
import { movedTo, respond } from '@/lib/http/respond';
import { faults } from '@/lib/i18n/messages/faults';
import { redirectOf } from '@/lib/incidents/merging/queries';
import { citationOf } from '@/lib/incidents/record/citation';
import { citationFiles, citationFormats, cite } from '@/lib/incidents/record/cite';
import { getIncidentRecord } from '@/lib/incidents/record/queries';
import { decodeSegment } from '@/lib/url/segment';

type Context = { params: Promise<{ ref: string; file: string }> };

/** The citation of a record as a file: `cite.txt`, `cite.bib`, `cite.ris`, `cite.json`. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { ref, file } = await params;
    const format = citationFormats.find((one) => citationFiles[one].file === file);
    if (!format) {
      const known = citationFormats.map((one) => citationFiles[one].file).join(', ');
      throw new AppError('not-found', faults.noFile(file, known));
    }
    const viewer = await currentViewer();
    const into = await redirectOf(decodeSegment(ref), viewer);
    if (into !== null) return movedTo(`/incidents/${encodeURIComponent(into)}/${file}`);
    const incident = await getIncidentRecord(decodeSegment(ref), viewer);
    const text = cite(citationOf(incident, await requestOrigin(), today()), format);
    return new Response(text, {
      headers: {
        'Content-Type': citationFiles[format].mediaType,
        'Content-Disposition': `attachment; filename="${incident.ref.replace(/[^\w.-]/g, '_')}-${file}"`,
      },
    });
  });
}
