import { type ParsedTokenInfo, Tokenizer, TokenType } from '@streamparser/json';
import { jsonFaults } from '@/lib/i18n/messages/import-file-faults';
import type { JsonShape } from './json-shape';
import { numberText } from './numbers';
import { isWellFormed } from './text';

/** A record of JSON by the paths of its values: `place.name`. Values of a list are joined by `; `. */
export type JsonRecord = { cells: Map<string, string>; coordinates: string[]; joined: number };

/** Levels of lists and objects, beyond which nothing is read. */
const deepest = 20;

/** What JSON may have next, in one list or object. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

type Level = { list: boolean; path: string; key: string; next: Next };

/** Thrown where the text is no JSON, or not in a shape that is read. */
export class BadJson extends Error {
  constructor(
    readonly reason: keyof typeof jsonFaults,
    cause?: unknown,
  ) {
    super(jsonFaults[reason].en, { cause });
  }
}

/** Keeps numbers as they are written, since one of 64 bits would lose digits, and texts that begin with U+FEFF. */
class ExactTokenizer extends Tokenizer {
  constructor() {
    super({ stringBufferSize: 64 * 1024, numberBufferSize: 256 });
    const { bufferedString } = this as unknown as { bufferedString: { decoder: TextDecoder } };
    bufferedString.decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  }

  override parseNumber(digits: string): number {
    return digits as unknown as number;
  }
}

/**
 * Reads records as their text comes. With `lines`, every object at the top is a record; else the objects of the one
 * list, at the top or within objects, or of the one that is named. With `geo`, coordinates are kept apart: the first two numbers of them.
 * A key that is there twice counts as a list of two values: nothing is lost. No key becomes a key of an object.
 */
export class JsonRecords {
  private readonly levels: Level[] = [];
  private readonly tokenizer = new ExactTokenizer();
  private listPath: string | null = null;
  private record: JsonRecord | null = null;
  private recordDepth = 0;
  private records: JsonRecord[] = [];
  private ended = false;

  constructor(private readonly shape: JsonShape) {
    this.tokenizer.onToken = (token) => this.token(token);
    this.tokenizer.onError = (thrown) => {
      throw thrown instanceof BadJson ? thrown : new BadJson('sign', thrown);
    };
  }

  /** Reads on. Throws `BadJson`. */
  write(text: string): void {
    this.tokenizer.write(escapedHalves(text));
  }

  /** The records that are complete and were not taken yet. */
  take(): JsonRecord[] {
    const taken = this.records;
    this.records = [];
    return taken;
  }

  /** Whether nothing is left open. */
  isComplete(): boolean {
    return this.levels.length === 0;
  }

  private token({ token, value }: ParsedTokenInfo): void {
    if (token === TokenType.STRING) this.text(value as string);
    else if (token === TokenType.NUMBER) this.scalar(numberText(String(value)));
    else if (token === TokenType.TRUE || token === TokenType.FALSE) this.scalar(String(value));
    else if (token === TokenType.NULL) this.scalar('');
    else if (token === TokenType.COLON) this.between('colon', 'value');
    else if (token === TokenType.COMMA)
      this.between('comma-or-end', this.levels.at(-1)?.list ? 'value' : 'key');
    else if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET)
      this.open(token === TokenType.LEFT_BRACKET);
    else this.close(token === TokenType.RIGHT_BRACKET);
  }

  /** A text is a key where an object may have one. */
  private text(value: string): void {
    const level = this.levels.at(-1);
    if (level && !level.list && (level.next === 'key' || level.next === 'key-or-end')) {
      level.key = value;
      level.next = 'colon';
    } else this.scalar(value);
  }

  private scalar(text: string): void {
    const level = this.levels.at(-1);
    const path = this.place();
    if (this.record) keep(this.record, path, text, this.shape.geo);
    else if (!level || (level.list && (this.levels.length === 1 || level.path === this.listPath)))
      throw new BadJson('value');
  }

  private open(list: boolean): void {
    const { levels, shape } = this;
    const isItem = shape.lines ? levels.length === 0 : levels.at(-1)?.list === true;
    const path = this.place();
    if (levels.length >= deepest) throw new BadJson('deep');
    const begins = !this.record && isItem && (shape.list === null || path === shape.list);
    if (begins && list) throw new BadJson('list');
    if (begins) {
      if (this.listPath !== null && this.listPath !== path) throw new BadJson('lists');
      this.listPath = path;
      this.record = { cells: new Map(), coordinates: [], joined: 0 };
      this.recordDepth = levels.length;
    }
    levels.push({ list, path: begins ? '' : path, key: '', next: list ? 'value-or-end' : 'key-or-end' });
  }

  private close(list: boolean): void {
    const level = this.levels.pop();
    const mayEnd =
      level?.next === 'comma-or-end' || level?.next === 'value-or-end' || level?.next === 'key-or-end';
    if (!level || level.list !== list || !mayEnd) throw new BadJson('bracket');
    if (this.record && this.levels.length === this.recordDepth) {
      this.records.push(this.record);
      this.record = null;
    }
    if (this.levels.length === 0) this.ended = !this.shape.lines;
  }

  private between(expected: Next, next: Next): void {
    const level = this.levels.at(-1);
    if (level?.next !== expected) throw new BadJson('comma');
    level.next = next;
  }

  /** The path of a value that comes now. Throws where there may be none. */
  private place(): string {
    const level = this.levels.at(-1);
    if (!level) {
      if (this.ended) throw new BadJson('after');
      return '';
    }
    if (level.next !== 'value' && level.next !== 'value-or-end') throw new BadJson('comma');
    level.next = 'comma-or-end';
    if (level.list) return level.path;
    return level.path === '' ? level.key : `${level.path}.${level.key}`;
  }
}

function keep(record: JsonRecord, path: string, text: string, geo: boolean): void {
  if (geo && path.startsWith('geometry.') && path !== 'geometry.type') {
    if (path === 'geometry.coordinates' && record.coordinates.length < 2) record.coordinates.push(text);
    return;
  }
  const before = record.cells.get(path);
  if (before === undefined || before === '') record.cells.set(path, text);
  else if (text !== '') {
    record.cells.set(path, `${before}; ${text}`);
    record.joined++;
  }
}

/** Halves of characters, which only a text in UTF-16 can hold, written so that the tokenizer keeps them. */
function escapedHalves(text: string): string {
  if (isWellFormed(text)) return text;
  return text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}
