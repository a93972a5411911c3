import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import { pickFrom } from '@/lib/imports/convert/picks';
import { type Binding, type IncidentMapping, picks } from '@/lib/imports/plan';
import { type TargetKey, targetOf } from '@/lib/imports/targets';
import styles from './imports.module.css';
import { type Use, withHow, withLeft, withoutUse, withUse } from './mapping/uses';
import mappingStyles from './mapping.module.css';
import { roleGroups, roleName } from './names';
import { SplitChoice } from './split-choice';
import type { ImportDraft } from './use-import-draft';

type ColumnRowProps = {
  column: string;
  samples: string[];
  uses: Use[];
  mapping: IncidentMapping;
  edit: ImportDraft['edit'];
  reasons: ReadonlyMap<string, string>;
  locale: Locale;
};

type Role = Use['role'];

/** One column: some of its cells, and what it becomes. */
export function ColumnRow({ column, samples, uses, mapping, edit, reasons, locale }: ColumnRowProps) {
  const words = importMessages[locale].columns;
  const isLeft = mapping.left.includes(column);
  const first = uses[0];
  const replace = (use: Use | undefined, next: string) =>
    edit((before) => {
      const without = use ? withoutUse(before, use) : before;
      if (next === '' || next === 'left') return withLeft(without, column, next === 'left');
      return withUse(without, column, next as Role);
    });
  return (
    <tr>
      <th scope="row">
        <bdi className={styles.break}>{column}</bdi>
      </th>
      <td data-label={words.samples}>
        {samples.length === 0 ? (
          <span className="muted">{words.noSamples}</span>
        ) : (
          <ul className={mappingStyles.samples}>
            {samples.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={words.becomes}>
        <div className={mappingStyles.uses}>
          <select
            aria-label={words.becomesOf(column)}
            value={first?.role ?? (isLeft ? 'left' : '')}
            onChange={(event) => replace(first, event.target.value)}
          >
            <optgroup label={words.groups.rest}>
              <option value="">{words.beside}</option>
              <option value="left">{words.left}</option>
            </optgroup>
            <Roles locale={locale} />
          </select>
          {first && (
            <How
              use={first}
              samples={samples}
              mapping={mapping}
              edit={edit}
              reasons={reasons}
              locale={locale}
            />
          )}
          {uses.slice(1).map((use) => (
            <div key={use.role} className={mappingStyles.uses}>
              <select
                aria-label={words.alsoOf(column)}
                value={use.role}
                onChange={(event) => replace(use, event.target.value)}
              >
                <option value="">{words.notAlso}</option>
                <Roles locale={locale} />
              </select>
              <How
                use={use}
                samples={samples}
                mapping={mapping}
                edit={edit}
                reasons={reasons}
                locale={locale}
              />
            </div>
          ))}
          {first && (
            <select
              className={mappingStyles.also}
              aria-label={words.alsoOf(column)}
              value=""
              onChange={(event) => replace(undefined, event.target.value)}
            >
              <option value="">{words.also}</option>
              <Roles locale={locale} />
            </select>
          )}
        </div>
      </td>
    </tr>
  );
}

function Roles({ locale }: { locale: Locale }) {
  const { groups } = importMessages[locale].columns;
  return (Object.keys(roleGroups) as (keyof typeof roleGroups)[]).map((group) => (
    <optgroup key={group} label={groups[group]}>
      {roleGroups[group].map((role) => (
        <option key={role} value={role}>
          {roleName(role, locale)}
        </option>
      ))}
    </optgroup>
  ));
}

type HowProps = Pick<ColumnRowProps, 'samples' | 'mapping' | 'edit' | 'reasons' | 'locale'> & { use: Use };

/** Whether a part of the cells can be taken: one is, or some of them hold several things. */
const canPick = (pick: Binding['pick'], samples: readonly string[]) =>
  pick !== null || samples.some((cell) => picks.some((one) => !['', cell].includes(pickFrom(one, cell))));

/** How a column is read for what it becomes. */
function How({ use, samples, mapping, edit, reasons, locale }: HowProps) {
  const words = importMessages[locale].columns;
  const { column, role, binding } = use;
  const why = reasons.get(`${column}\u0000${role}`);
  const because = why && why in words.why ? words.why[why as keyof typeof words.why] : undefined;
  const bound = binding === null ? undefined : mapping.bindings[binding];
  if (!bound || binding === null)
    return because ? <p className={styles.hint}>{words.because(because)}</p> : null;
  const { kind } = targetOf(role as TargetKey);
  return (
    <>
      {kind === 'responses' && (
        <label className={mappingStyles.how}>
          {words.counts}
          <select
            aria-label={words.countsOf(column)}
            value={bound.counts ?? ''}
            onChange={(event) =>
              edit((before) => withHow(before, binding, { counts: event.target.value || null }))
            }
          >
            <option value="">{words.kinds}</option>
            {storedCodesOf('response').map((code) => (
              <option key={code} value={code}>
                {words.countsKind(termLabel('response', code, locale))}
              </option>
            ))}
          </select>
        </label>
      )}
      {(kind === 'codes' || (kind === 'responses' && bound.counts === null)) && (
        <SplitChoice
          key={role}
          column={column}
          split={bound.split}
          onChange={(split) => edit((before) => withHow(before, binding, { split }))}
          locale={locale}
        />
      )}
      {(kind === 'text' || kind === 'size') && canPick(bound.pick, samples) && (
        <select
          aria-label={words.pickOf(column)}
          value={bound.pick ?? ''}
          onChange={({ target }) => {
            const pick = picks.find((one) => one === target.value) ?? null;
            edit((before) => withHow(before, binding, { pick }));
          }}
        >
          <option value="">{words.wholeCell}</option>
          {picks.map((pick) => (
            <option key={pick} value={pick}>
              {words.picks[pick]}
            </option>
          ))}
        </select>
      )}
      {because && <p className={styles.hint}>{words.because(because)}</p>}
    </>
  );
}
