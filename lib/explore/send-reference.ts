import 'server-only';
import { authorise } from '@/lib/auth/authorise';
import { snapshot } from '@/lib/db/query';
import type { Question } from '@/lib/http/answers';
import { factsToSend } from './database-facts';
import type { Asker } from './explore';
import type { SentReference } from './in-browser';
import { sharedQuestion } from './questions';
import { loadReference } from './reference';

/** What a browser needs beside the columns to word its own counts. */
export async function askReference(asker: Asker): Promise<Question<SentReference>> {
  authorise(asker.viewer, 'read');
  const reference = await loadReference(asker.viewer);
  const { datasets, sources } = reference;
  return sharedQuestion(reference, asker, ['reference'], async () => ({
    places: [...reference.places.values()].map(({ aliases: _, ...place }) => place),
    datasets,
    sources: [...sources.values()],
    ...(await snapshot((db) =>
      factsToSend(
        db,
        datasets.map(({ slug }) => slug),
      ),
    )),
  }));
}
