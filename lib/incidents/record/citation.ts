import type { CivilDate } from '@/lib/dates/civil';
import type { Citable } from './cite';
import type { IncidentRecord } from './types';

/** What a citation of a record names. Each source stands once, in the order of the evidence. Pure. */
export function citationOf(incident: IncidentRecord, origin: string, readOn: CivilDate): Citable {
  const sources = new Map(incident.claims.map(({ source }) => [source.ref, source]));
  return {
    ref: incident.ref,
    title: incident.title,
    version: incident.version,
    changedOn: incident.updatedAt.slice(0, 10),
    dataset: incident.dataset.title,
    synthetic: incident.dataset.origin === 'synthetic',
    url: `${origin}/incidents/${encodeURIComponent(incident.ref)}`,
    readOn,
    sources: [...sources.values()].map(({ ref, outlet, headline, publishedOn, url }) => ({
      ref,
      outlet,
      headline,
      publishedOn,
      url,
    })),
  };
}
