import type { FieldProblem } from '@/lib/errors';
import { incidentRef } from '@/lib/ids';
import type { Seed, SeedFile } from './schema';

/**
 * Rows that name something that is not there (a data set, a source, an incident, a place), and names that are
 * given twice. Row numbers count from 1.
 */
export function linkProblems(seed: Seed, placeIds: ReadonlySet<string>): FieldProblem[] {
  const prefixes = new Map(seed.datasets.map((dataset) => [dataset.slug, dataset.refPrefix]));
  const sources = new Set(seed.sources.map((source) => source.ref));
  const refs = seed.incidents.map((row) => incidentRef(prefixes.get(row.dataset) ?? '?', row.externalId));
  const incidents = new Set(refs);

  const problems: FieldProblem[] = [];
  const place = at('placeId', (id) => placeIds.has(id), 'is not a place');
  const dataset = at('dataset', (slug) => prefixes.has(slug), 'is not a data set');
  const source = at('source', (ref) => sources.has(ref), 'is not a source');

  for (const [index, row] of seed.datasets.entries())
    place('datasets', index, row.coveragePlaceId, 'coveragePlaceId');
  for (const [index, row] of seed.incidents.entries()) {
    dataset('incidents', index, row.dataset);
    place('incidents', index, row.placeId);
    place('incidents', index, row.destinationPlaceId, 'destinationPlaceId');
    for (const [n, claim] of row.claims.entries())
      source('incidents', index, claim.source, `claims.${n}.source`);
  }
  for (const [index, row] of seed.directives.entries()) {
    dataset('directives', index, row.dataset);
    place('directives', index, row.issuerPlaceId, 'issuerPlaceId');
    for (const [n, ref] of row.incidents.entries())
      at('incidents', (one) => incidents.has(one), 'is not an incident')(
        'directives',
        index,
        ref,
        `incidents.${n}`,
      );
    for (const [n, claim] of row.claims.entries())
      source('directives', index, claim.source, `claims.${n}.source`);
  }
  for (const [index, row] of seed.figures.entries()) {
    dataset('figures', index, row.dataset);
    place('figures', index, row.placeId);
    source('figures', index, row.source);
  }
  for (const [index, row] of seed.periods.entries()) source('periods', index, row.source);

  twice(
    'datasets',
    'slug',
    seed.datasets.map((row) => row.slug),
  );
  twice(
    'sources',
    'ref',
    seed.sources.map((row) => row.ref),
  );
  twice('incidents', 'externalId', refs);
  twice(
    'directives',
    'ref',
    seed.directives.map((row) => row.ref),
  );
  twice(
    'figures',
    'ref',
    seed.figures.map((row) => row.ref),
  );
  twice(
    'periods',
    'id',
    seed.periods.map((row) => row.id),
  );
  return problems;

  function at(usual: string, exists: (value: string) => boolean, message: string) {
    return (file: SeedFile, index: number, value: string | null, field = usual) => {
      if (value !== null && !exists(value))
        problems.push({ field: `${file}.json, row ${index + 1}, field ${field}`, value, message });
    };
  }

  function twice(file: SeedFile, field: string, values: string[]) {
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index)
        problems.push({
          field: `${file}.json, row ${index + 1}, field ${field}`,
          value,
          message: 'is given twice',
        });
  }
}
