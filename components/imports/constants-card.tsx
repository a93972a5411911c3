import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { storedCodesOf, termLabel } from '@/lib/codebook/vocabularies';
import type { Locale } from '@/lib/i18n/locale';
import { importMappingMessages } from '@/lib/i18n/messages/import-mapping';
import type { IncidentMapping } from '@/lib/imports/plan';
import type { TargetKey } from '@/lib/imports/targets';
import { ConstantField } from './constant-field';
import { SelectField } from './field';
import { focusLater } from './focus-later';
import styles from './imports.module.css';
import { constantsOf, freeTargets, withConstant, withMore, withoutConstant } from './mapping/constants';
import mappingStyles from './mapping.module.css';
import { roleName } from './names';
import type { ImportDraft } from './use-import-draft';

type ConstantsCardProps = {
  draft: ImportDraft;
  mapping: IncidentMapping;
  /** Places in words, by id. */
  names: Readonly<Record<string, string>>;
  onName: (id: string, inWords: string) => void;
  locale: Locale;
};

/** What is the same in all rows, since no column says it. */
export function ConstantsCard({ draft, mapping, names, onName, locale }: ConstantsCardProps) {
  const words = importMappingMessages[locale].constants;
  const here = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<TargetKey | ''>('');
  const [said, setSaid] = useState('');
  const all = constantsOf(mapping);
  const type = all.find(({ target }) => target === 'type')?.values[0];
  const free = freeTargets(mapping).filter((target) => target !== 'type');
  const add = () => {
    if (chosen === '') return;
    draft.edit((before) => withMore(before, chosen, ''));
    setSaid(words.added(roleName(chosen, locale)));
    setChosen('');
    focusLater(here.current, `[data-constant="${chosen}"] :is(select, input, textarea)`);
  };
  const remove = (target: TargetKey) => {
    draft.edit((before) => withoutConstant(before, target));
    setSaid(words.removed(roleName(target, locale)));
    focusLater(here.current, '[data-add] select');
  };
  return (
    <Card title={words.title} subtitle={words.subtitle} id="constants">
      <div ref={here} className="stack">
        <SelectField
          label={words.type}
          problem={type && draft.faultAt(`mapping.constants.${type.at}.value`)}
          value={type?.value ?? ''}
          options={[
            { value: '', label: words.noType },
            ...storedCodesOf('type').map((code) => ({ value: code, label: termLabel('type', code, locale) })),
          ]}
          onChange={(code) => draft.edit((before) => withConstant(before, 'type', code))}
        />
        {all
          .filter(({ target }) => target !== 'type')
          .map((constant) => (
            <div key={constant.target} data-constant={constant.target} className={mappingStyles.said}>
              <ConstantField
                end={
                  <Button
                    size="small"
                    aria-label={words.removeOf(roleName(constant.target, locale))}
                    onClick={() => remove(constant.target)}
                  >
                    {words.remove}
                  </Button>
                }
                constant={constant}
                draft={draft}
                names={names}
                onName={onName}
                locale={locale}
              />
            </div>
          ))}
        {free.length > 0 && (
          <div data-add className={mappingStyles.said}>
            <SelectField
              label={words.field}
              value={chosen}
              options={[
                { value: '', label: words.choose },
                ...free.map((target) => ({ value: target, label: roleName(target, locale) })),
              ]}
              onChange={setChosen}
              end={
                <Button aria-disabled={chosen === ''} onClick={add}>
                  {words.add}
                </Button>
              }
            />
          </div>
        )}
        <p className={styles.hint}>{words.place}</p>
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </Card>
  );
}
