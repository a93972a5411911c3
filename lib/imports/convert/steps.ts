import type { VocabularyName } from '@/lib/codebook/vocabularies';
import type { Binding } from '../plan';
import { type TargetKey, targetOf } from '../targets';
import { readCount } from '../values/numbers';
import { readSize } from '../values/sizes';
import { readYesNo } from '../values/yes-no';
import { type Coder, findCrosswalk, makeCoder } from './codes';
import type { Columns } from './columns';
import { claim, type Draft, isFirst, isGiven, leave, take } from './draft';
import type { ConvertOptions } from './options';
import { pickFrom } from './picks';
import { longestOf, oneLine, quotable } from './texts';

/** One thing that is done with the cells of a row. */
export type Step = (cells: readonly string[], draft: Draft) => void;

/** What is done with the cells of each row, in order: constants first, which columns go before. */
export function stepsOf({ mapping, evidence, places }: ConvertOptions, columns: Columns): Step[] {
  const coders = new Map<string, Coder>();
  const coderOf = (vocabulary: VocabularyName, name: string | null): Coder => {
    const id = `${vocabulary} ${name ?? ''}`;
    const known = coders.get(id);
    if (known) return known;
    const crosswalk = name === null ? null : findCrosswalk(mapping.crosswalks, name);
    const made = makeCoder(vocabulary, crosswalk);
    coders.set(id, made);
    return made;
  };
  const context: Context = { evidence, coderOf, places, named: mapping.key.length > 0 };
  const constants = mapping.constants.map(({ target, value }): Step => {
    const bound = { target, column: '', split: null, crosswalk: null, pick: null, counts: null };
    const step = stepOf(bound, 0, { ...context, evidence: false });
    const cells = [value];
    return (_, draft) => {
      step(cells, draft);
      draft.taken.fill(0);
      draft.given.count = 0;
    };
  });
  const bound = mapping.bindings.flatMap((binding) => {
    const at = columns.indexOf(binding.column);
    return at < 0 ? [] : [stepOf(binding, at, context)];
  });
  return [...constants, ...bound];
}

type Context = Pick<ConvertOptions, 'evidence' | 'places'> & {
  coderOf: (vocabulary: VocabularyName, crosswalk: string | null) => Coder;
  /** Whether columns of a key name the records. */
  named: boolean;
};

function stepOf(binding: Binding, at: number, context: Context): Step {
  const { kind, vocabulary } = targetOf(binding.target);
  switch (kind) {
    case 'text':
      return textStep(binding, at, context);
    case 'size':
      return sizeStep(binding, at, context.evidence);
    case 'count':
      return countStep(binding, at, context.evidence);
    default:
      return codeStep(binding, at, vocabulary ?? 'type', context);
  }
}

function textStep(binding: Binding, at: number, { places, evidence, named }: Context): Step {
  const { target, column, pick } = binding;
  const most = longestOf[target] ?? Number.POSITIVE_INFINITY;
  const many = target === 'summary' || target === 'codingNote';
  return (cells, draft) => {
    const cell = cells[at] ?? '';
    if (cell === '') return;
    const picked = pick === null ? cell : pickFrom(pick, cell);
    let text = many ? picked.trim() : oneLine(picked);
    if (text === '') return;
    if (target === 'destination') {
      const found = places.find({ code: text, names: [text], latitude: null, longitude: null });
      if (!found || 'fault' in found || !isFirst(draft, target)) return leave(draft, column, text);
      draft.destination = found.id;
      if (evidence) claim(draft, 'destinationPlaceId', found.id, text);
      return;
    }
    if (target === 'sizeApprox') {
      const said = readYesNo(text);
      if (said === null || !isFirst(draft, target)) return leave(draft, column, text);
      draft.sizeApprox = said;
      take(draft, at);
      return;
    }
    // Programs write whole numbers so.
    if (target === 'externalId' && !named && /^\d+\.0$/.test(text)) text = text.slice(0, -2);
    const key = target as keyof Draft['texts'];
    const before = draft.texts[key];
    if (!many && !isFirst(draft, target) && before !== text) return leave(draft, column, text);
    const whole = many && before !== '' && before !== text ? `${before}\n${text}` : text;
    if (whole.length > most) {
      draft.faults.push({ rule: 'long-text', column, value: `${whole.length} › ${most}` });
      return;
    }
    draft.texts[key] = whole;
    // Spaces around it, or within one line, may have been taken off.
    if (pick === null && text === cell) take(draft, at);
  };
}

function sizeStep({ column, pick }: Binding, at: number, evidence: boolean): Step {
  const kept = new Map<string, ReturnType<typeof readSize>>();
  return (cells, draft) => {
    const cell = cells[at] ?? '';
    // What a constant said gives way to the first column that says something.
    if (cell === '' || (draft.size !== null && isGiven(draft, 'size'))) return;
    const text = oneLine(pick === null ? cell : pickFrom(pick, cell));
    if (text === '') return;
    let size = kept.get(text);
    if (size === undefined) {
      size = readSize(text);
      if (kept.size < 50_000 && text.length <= 400) kept.set(text, size);
    }
    const words = quotable(text);
    if (size === null) draft.warnings.push({ rule: 'size-unread', column, value: text });
    else if (size.min === null && size.max === null) return;
    draft.size = size;
    if (size !== null) isFirst(draft, 'size');
    if (words === null) return;
    if (isFirst(draft, 'sizeText')) draft.texts.sizeText = words;
    if (pick === null && words === cell && draft.texts.sizeText === words) take(draft, at);
    if (size === null || !evidence) return;
    if (size.min !== null) claim(draft, 'sizeMin', String(size.min), words);
    if (size.max !== null) claim(draft, 'sizeMax', String(size.max), words);
    if (size.approx) claim(draft, 'sizeApprox', 'true', words);
  };
}

function countStep({ target, column }: Binding, at: number, evidence: boolean): Step {
  const field = target as 'sizeMin' | 'sizeMax';
  return (cells, draft) => {
    const cell = (cells[at] ?? '').trim();
    if (cell === '') return;
    const value = readCount(cell);
    if (value === null) draft.faults.push({ rule: 'bad-count', column, value: cell.slice(0, 80) });
    if (typeof value !== 'number') return;
    if (!isFirst(draft, field)) {
      if (draft[field] !== value) leave(draft, column, cell);
      return;
    }
    draft[field] = value;
    if (String(value) === cell) take(draft, at);
    if (evidence) claim(draft, field, String(value), cell);
  };
}

function codeStep(binding: Binding, at: number, vocabulary: VocabularyName, context: Context): Step {
  const { target, column, split, counts, crosswalk } = binding;
  const coder = context.coderOf(vocabulary, crosswalk);
  const { evidence } = context;
  if (counts !== null) return countedStep(column, at, counts, evidence);
  return (cells, draft) => {
    const cell = cells[at] ?? '';
    if (cell === '') return;
    let whole = true;
    const values = split === null ? [cell] : cell.split(split);
    for (const one of values) {
      const value = one.trim();
      if (value === '') continue;
      const coded = coder(value);
      if (coded === null) {
        draft.faults.push({ rule: 'unknown-code', column, value: value.slice(0, 200) });
        continue;
      }
      if (coded === 'left') {
        whole = false;
        leave(draft, column, value);
        continue;
      }
      if (!coded.same) whole = false;
      for (const code of coded.codes) {
        const done = put(draft, target, code);
        if (done === 'put' && evidence) claim(draft, target, code, value);
        if (done !== 'left') continue;
        whole = false;
        leave(draft, column, value);
      }
    }
    if (whole) take(draft, at);
  };
}

/** A column of numbers that counts to whom a response was done; words beside numbers say that there were some. */
function countedStep(column: string, at: number, kind: string, evidence: boolean): Step {
  return (cells, draft) => {
    const cell = (cells[at] ?? '').trim();
    if (cell === '' || /^(?:0(?:\.0+)?|no|none|na|n\/a|unspecified|\.|-)$/i.test(cell)) return;
    const number = /^\d{1,9}(?:\.0+)?$/.test(cell) ? Number(cell) : null;
    if (number === 0) return;
    draft.responses.push({ kind, count: number });
    if (evidence) claim(draft, 'responses', kind, `${column}: ${cell}`);
  };
}

/** Puts a code where it goes, if it is not there. `left`: the field holds another one, and no second. */
function put(draft: Draft, target: TargetKey, code: string): 'put' | 'there' | 'left' {
  if (target === 'type' || target === 'dayPart') {
    if (!isFirst(draft, target)) return draft[target] === code ? 'there' : 'left';
    draft[target] = code;
    return 'put';
  }
  if (target === 'responses') {
    if (draft.responses.some(({ kind }) => kind === code)) return 'there';
    draft.responses.push({ kind: code, count: null });
    return 'put';
  }
  const field = target as 'issues' | 'groups' | 'forms' | 'targets';
  const list = draft[field];
  if (list.includes(code)) return 'there';
  // Most lists have one code; the first that is pushed makes room for many.
  if (list.length === 0) draft[field] = [code];
  else list.push(code);
  return 'put';
}
