import Link from 'next/link';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { Tag, TagList } from '@/components/ui/tag';
import { TypeDot } from '@/components/ui/type-dot';
import type { BriefDirective, BriefEvidence, RecordBrief } from '@/lib/explore/record-brief';
import type { Locale } from '@/lib/i18n/locale';
import { recordMessages } from '@/lib/i18n/messages/records';
import { tableMessages } from '@/lib/i18n/messages/table';
import styles from '../record-panel.module.css';

/** The coded fields that the panel shows elsewhere already. */
const shownElsewhere = new Set(['date', 'place', 'type', 'orders', 'responses', 'sources']);

/** What a record says, in short: what happened, what was ordered and done, and which source says so. */
export function RecordBriefView({ brief, locale }: { brief: RecordBrief; locale: Locale }) {
  const t = tableMessages[locale].panel;
  const english = locale === 'zh' ? 'en' : undefined;
  return (
    <>
      <p className={styles.facts}>
        <TypeDot code={brief.type.code} label={brief.type.label} />
        <span>{brief.date}</span>
        <span>{brief.place}</span>
        {brief.synthetic && <Tag tone="warning">{recordMessages[locale].synthetic}</Tag>}
      </p>
      <section className={styles.part}>
        <h3>{t.happened}</h3>
        <p lang={english}>{brief.summary}</p>
      </section>
      <section className={styles.part}>
        <h3>{t.ordered}</h3>
        {brief.directives.length === 0 && <p className="muted">{t.noDirective}</p>}
        {brief.directives.map((directive) => (
          <Directive key={directive.ref} directive={directive} locale={locale} />
        ))}
      </section>
      <section className={styles.part}>
        <h3>{t.did}</h3>
        {brief.responses.length === 0 ? (
          <p className="muted">{t.noResponse}</p>
        ) : (
          <ul className={styles.list}>
            {brief.responses.map(({ key, words, printed }) => (
              <li key={key}>
                {words} {printed !== null && <q lang="en">{printed}</q>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={styles.part}>
        <h3>{t.facts}</h3>
        <DefinitionList
          items={brief.facts
            .filter(
              ({ key, value }) => !shownElsewhere.has(key) && !(key === 'destination' && value === null),
            )
            .map(({ key, label, value }) => ({
              key,
              term: label,
              value: value ?? <span className="muted">{t.unknown}</span>,
            }))}
        />
      </section>
      <section className={styles.part}>
        <h3>{t.evidence}</h3>
        {brief.codingNote !== null && (
          <Notice kind="warning" title={t.codingNote}>
            <p lang={english}>{brief.codingNote}</p>
          </Notice>
        )}
        {brief.evidence.length === 0 ? (
          <p className="muted">{t.noEvidence}</p>
        ) : (
          <Evidence evidence={brief.evidence} locale={locale} />
        )}
      </section>
    </>
  );
}

function Directive({ directive, locale }: { directive: BriefDirective; locale: Locale }) {
  const t = tableMessages[locale].panel;
  const english = locale === 'zh' ? 'en' : undefined;
  return (
    <div className={styles.directive}>
      <p className={styles.who}>
        <Link href={`/directives/${encodeURIComponent(directive.ref)}`} prefetch={false}>
          {directive.issuer}
        </Link>
        {directive.to !== null && (
          <>
            {' '}
            {t.to} <span lang={english}>{directive.to}</span>
          </>
        )}{' '}
        · {directive.issued}
      </p>
      <p lang={english}>{directive.summary}</p>
      <TagList items={directive.orders.map(({ code, label }) => ({ key: code, label }))} />
    </div>
  );
}

/** Field, coded value, printed words and source, one block a line of the evidence. */
function Evidence({ evidence, locale }: { evidence: readonly BriefEvidence[]; locale: Locale }) {
  const t = tableMessages[locale].panel;
  return (
    <dl className={styles.evidence}>
      {evidence.map((line) => (
        <div key={line.key}>
          <dt>{line.label}</dt>
          <dd>
            {line.value} {!line.followed && <span className="muted">({t.notFollowed})</span>}
          </dd>
          <dd className={styles.printed}>
            {line.printed === null ? t.wholePassage : <q lang="en">{line.printed}</q>}{' '}
            <Link href={`/sources/${encodeURIComponent(line.source.ref)}`} prefetch={false}>
              {line.source.label}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
