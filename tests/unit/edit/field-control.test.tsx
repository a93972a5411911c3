import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EditorContext, type EditorShared } from '@/components/edit/context';
import { FieldControl } from '@/components/edit/field-control';
import type { Locale } from '@/lib/i18n/locale';
import { editMessages } from '@/lib/i18n/messages/edit';
import { editRecordMessages } from '@/lib/i18n/messages/edit-records';
import { incidentForm } from '@/lib/incidents/edit/form';

const markup = (field: string, edits: boolean, locale: Locale = 'en') => {
  const shared = {
    parts: { form: incidentForm, controls: {}, lines: {} },
    locale,
    words: editMessages[locale],
    own: editRecordMessages[locale].incident,
    values: incidentForm.empty(),
    set: () => {},
    problemOf: () => undefined,
    gaps: { missing: [], stray: [] },
    edits,
  } as unknown as EditorShared;
  return renderToStaticMarkup(
    <EditorContext value={shared}>
      <FieldControl field={field} />
    </EditorContext>,
  );
};

describe('a field that only editors change', () => {
  it('is held for a coder, with the reason as its description', () => {
    const [held, said] = ['aria-disabled="true"', 'aria-describedby="field-pointPublic-remark'];
    const coder = markup('pointPublic', false);
    expect(coder).toContain(held);
    expect(coder).toContain(said);
    expect(coder).toMatch(/id="field-pointPublic-remark"[^>]*>for editors only</);
    expect(markup('pointPublic', false, 'zh')).toContain('仅限编辑修改');
    expect(markup('pointPublic', true)).not.toContain(held);
    expect(markup('pointPublic', true)).not.toContain('for editors only');
  });

  it('is none of the others', () => {
    expect(markup('sizeApprox', false)).toContain('aria-disabled="false"');
  });
});
