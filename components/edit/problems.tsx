import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import type { FieldProblem } from '@/lib/errors';
import { colon } from '@/lib/i18n/marks';
import { fieldId, useShared } from './context';
import { pathInWords } from './names';
import panels from './panels.module.css';

/** Puts the focus into the control of a field, or of what it is part of; what is folded away is opened. */
function goTo(path: string): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const control = document.getElementById(fieldId(at));
    if (!control) continue;
    const details = control.closest('details');
    if (details) details.open = true;
    control.focus();
    return true;
  }
  return false;
}

/** The fields in the order of the page; what stands at none of them comes last. */
function inOrder(problems: FieldProblem[]): FieldProblem[] {
  const all = [...document.querySelectorAll('[id^="field-"]')].map(({ id }) => id);
  const place = ({ field }: FieldProblem) => {
    const at = all.indexOf(fieldId(field));
    return at < 0 ? all.length : at;
  };
  return problems.toSorted((a, b) => place(a) - place(b));
}

/** What the server found wrong, each with a way to its field. The first one gets the focus. */
export function Problems({ problems }: { problems: FieldProblem[] }) {
  const { parts, words, locale } = useShared();
  const shown = useRef<FieldProblem[] | null>(null);
  useEffect(() => {
    if (shown.current === problems) return;
    shown.current = problems;
    inOrder(problems).some(({ field }) => goTo(field));
  }, [problems]);
  return (
    <Notice kind="error" title={words.problems(problems.length)}>
      <ul className={panels.problems}>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                if (goTo(field)) event.preventDefault();
              }}
            >
              {pathInWords(field, parts.form.kind, locale)}
            </a>
            {colon[locale]}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
