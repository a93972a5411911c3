import { Card } from '@/components/ui/card';
import type { Locale } from '@/lib/i18n/locale';
import { importMessages } from '@/lib/i18n/messages/imports';
import type { ImportPlan, NewDataset } from '@/lib/imports/plan';
import { CheckField, Field, LineField, SelectField } from './field';
import styles from './imports.module.css';
import { KeyChoice } from './key-choice';
import type { ImportChoices } from './types';
import type { ImportDraft } from './use-import-draft';

type TargetCardProps = {
  draft: ImportDraft;
  choices: ImportChoices;
  columns: readonly string[];
  /** The data set that goes with the kind of file, or was proposed. */
  proposed: NewDataset | null;
  locale: Locale;
};

const noDataset: NewDataset = {
  slug: '',
  refPrefix: '',
  title: '',
  description: '',
  licence: null,
  redistributable: false,
  citation: '',
};

/** Into which data set records go, how they are made, and what becomes of those that are there. */
export function TargetCard({ draft, choices, columns, proposed, locale }: TargetCardProps) {
  const words = importMessages[locale].target;
  const { plan, set } = draft;
  const { dataset, mapping } = plan;
  const leads = choices.presets.find(({ id }) => id === plan.preset?.id)?.leads ?? false;
  return (
    <Card title={words.title} id="target">
      <div className="stack">
        <Field label={words.dataset}>
          {(control) => (
            <select
              {...control}
              value={'slug' in dataset ? `slug ${dataset.slug}` : 'make'}
              onChange={({ target }) =>
                set({
                  dataset:
                    target.value === 'make'
                      ? { make: proposed ?? noDataset }
                      : { slug: target.value.slice('slug '.length) },
                })
              }
            >
              {'slug' in dataset && !choices.datasets.some(({ slug }) => slug === dataset.slug) && (
                <option value={`slug ${dataset.slug}`}>{words.choose}</option>
              )}
              {choices.datasets.map(({ slug, title }) => (
                <option key={slug} value={`slug ${slug}`}>
                  {title}
                </option>
              ))}
              <option value="make">{words.make}</option>
            </select>
          )}
        </Field>
        {'make' in dataset && (
          <MakeDataset make={dataset.make} onChange={(make) => set({ dataset: { make } })} locale={locale} />
        )}
        {mapping.kind === 'incidents' && (
          <>
            <div className={styles.grid}>
              <SelectField
                label={words.status}
                hint={leads ? importMessages[locale].preset.leads : undefined}
                value={plan.status}
                options={(leads ? (['draft'] as const) : (['draft', 'published'] as const)).map((value) => ({
                  value,
                  label: words.statuses[value],
                }))}
                onChange={(status) => set({ status })}
              />
              <SelectField
                label={words.edited}
                value={plan.edited}
                options={(['keep', 'overwrite'] as const).map((value) => ({
                  value,
                  label: words.editeds[value],
                }))}
                onChange={(edited) => set({ edited })}
              />
            </div>
            <CheckField
              label={words.evidence}
              hint={words.evidenceHelp}
              isOn={plan.evidence}
              onChange={(evidence) => set({ evidence })}
            />
            <KeyChoice mapping={mapping} columns={columns} edit={draft.edit} locale={locale} />
            <CareField plan={plan} set={set} locale={locale} />
          </>
        )}
      </div>
    </Card>
  );
}

type CareFieldProps = { plan: ImportPlan; set: ImportDraft['set']; locale: Locale };

/** Why rows with personal data may be taken. */
export function CareField({ plan, set, locale }: CareFieldProps) {
  const words = importMessages[locale].target;
  return (
    <LineField
      label={words.care}
      hint={words.careHelp}
      value={plan.careReason ?? ''}
      most={1_000}
      onChange={(text) => set({ careReason: text.trim() === '' ? null : text })}
    />
  );
}

type MakeDatasetProps = { make: NewDataset; onChange: (make: NewDataset) => void; locale: Locale };

function MakeDataset({ make, onChange, locale }: MakeDatasetProps) {
  const words = importMessages[locale].target;
  const put = (change: Partial<NewDataset>) => onChange({ ...make, ...change });
  return (
    <fieldset className={styles.group}>
      <legend>{words.make}</legend>
      <div className={styles.grid}>
        <LineField label={words.name} value={make.title} most={300} onChange={(title) => put({ title })} />
        <LineField
          label={words.citation}
          value={make.citation}
          most={1_000}
          onChange={(citation) => put({ citation })}
        />
        <LineField
          label={words.slug}
          hint={words.slugHelp}
          value={make.slug}
          most={60}
          onChange={(slug) => put({ slug })}
        />
        <LineField
          label={words.prefix}
          hint={words.prefixHelp}
          value={make.refPrefix}
          most={12}
          onChange={(refPrefix) => put({ refPrefix })}
        />
        <LineField
          label={words.licence}
          hint={words.licenceHelp}
          value={make.licence ?? ''}
          most={300}
          onChange={(licence) => put({ licence: licence === '' ? null : licence })}
        />
        <LineField
          label={words.description}
          value={make.description}
          most={4_000}
          onChange={(description) => put({ description })}
        />
      </div>
      <CheckField
        label={words.redistributable}
        hint={words.redistributableHelp}
        isOn={make.redistributable}
        onChange={(redistributable) => put({ redistributable })}
      />
    </fieldset>
  );
}
