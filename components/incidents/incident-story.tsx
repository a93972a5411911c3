import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import type { IncidentRecord } from '@/lib/incidents/record/types';
import { responseInWords } from '@/lib/incidents/record/words';
import { DirectiveBlock } from './directive-block';
import styles from './incident-story.module.css';

/** What happened, what officials ordered, what authorities did. */
export function IncidentStory({ incident, locale }: { incident: IncidentRecord; locale: Locale }) {
  const words = recordMessages[locale].record;
  return (
    <Card>
      <div className={styles.story}>
        <section>
          <h2>{words.happened}</h2>
          <p className={`${styles.text} prose`} lang={locale === 'zh' ? 'en' : undefined}>
            {incident.summary}
          </p>
        </section>
        <section>
          <h2>{words.ordered}</h2>
          {incident.directives.length === 0 && <p className="muted">{words.noDirective}</p>}
          {incident.directives.map((directive) => (
            <DirectiveBlock key={directive.ref} directive={directive} locale={locale} />
          ))}
        </section>
        <section>
          <h2>{words.did}</h2>
          {incident.responses.length === 0 ? (
            <p className="muted">{words.noResponse}</p>
          ) : (
            <ul className={styles.list}>
              {incident.responses.map((response) => (
                <li key={response.ordinal}>
                  {responseInWords(response, locale)}
                  {response.sizeText !== null && (
                    <>
                      {' '}
                      <q className={styles.quote} lang="en">
                        {response.sizeText}
                      </q>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Card>
  );
}
