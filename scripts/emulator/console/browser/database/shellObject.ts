/**
 * Objects as one types them into MongoDB's shell, or into code: JSON, names without quotes, single quotes, commas at
 * the end, comments, regular expressions, `ISODate('…')`, `new Date()`, `NumberLong('…')`, `ObjectId('…')`.
 */

export class ShellSyntaxError extends Error {
  override readonly name = 'ShellSyntaxError';
}

/** What becomes of that which JSON has no spelling for; absent where it cannot stand. */
export interface Spelling {
  date(date: Date): unknown;
  /** An integer that JavaScript cannot spell. */
  long(digits: string): unknown;
  objectId?(id: string): unknown;
  regExp?(pattern: string, options: string): unknown;
}

/** As the database takes it. */
export const EXTENDED_JSON: Spelling = {
  date: (date) => ({ $date: date.toISOString() }),
  long: (digits) => ({ $numberLong: digits }),
  objectId: (id) => ({ $oid: id }),
  regExp: (pattern, options) => ({ $regex: pattern, $options: options }),
};

/** As JSON.stringify makes it of what stands in code. */
export const PLAIN_JSON: Spelling = { date: (date) => date.toISOString(), long: Number };

/**
 * @param now milliseconds since 1970, for `new Date()`
 * @throws {ShellSyntaxError} with the line and column
 */
export function parseShellObject(
  text: string,
  now: number,
  spelling: Spelling = EXTENDED_JSON,
): Record<string, unknown> {
  const reader = new Reader(text, now, spelling);
  const value = reader.document();
  if (isObject(value)) return value;
  throw new ShellSyntaxError('要一个对象：{ … }');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const REG_EXP = /\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y;
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly now: number,
    private readonly spelling: Spelling,
  ) {}

  document(): unknown {
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.wrong('后面多出了东西');
    return value;
  }

  private value(): unknown {
    this.skipSpace();
    switch (this.text[this.at]) {
      case '{':
        return this.object();
      case '[':
        return this.list();
      case '"':
      case "'":
        return this.string();
      case '/':
        return this.regExp();
    }
    const number = this.take(NUMBER)?.[0];
    if (number !== undefined) return this.number(number);
    return this.word();
  }

  private object(): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.items('}', () => {
      const name = this.name();
      this.expect(':');
      entries.push([name, this.value()]);
    });
    return Object.fromEntries(entries);
  }

  private list(): unknown[] {
    const items: unknown[] = [];
    this.items(']', () => items.push(this.value()));
    return items;
  }

  /** From behind the opening bracket to the closing one; a comma may end it. */
  private items(end: string, item: () => void): void {
    this.at += 1;
    while (!this.next(end)) {
      item();
      if (this.next(',')) continue;
      this.expect(end);
      return;
    }
  }

  private name(): string {
    this.skipSpace();
    const quoted = this.text[this.at];
    if (quoted === '"' || quoted === "'") return this.string();
    // A path such as a.b needs no quotes here.
    const parts = [this.take(NAME)?.[0] ?? this.take(/\d+/y)?.[0]];
    while (parts.at(-1) !== undefined && this.text[this.at] === '.') {
      this.at += 1;
      parts.push(this.take(NAME)?.[0] ?? this.take(/\d+/y)?.[0]);
    }
    if (parts.includes(undefined)) throw this.wrong('这里要一个字段名');
    return parts.join('.');
  }

  private string(): string {
    const quoted = this.take(STRING)?.[0];
    if (quoted === undefined) throw this.wrong('字符串没有结束');
    return quoted
      .slice(1, -1)
      .replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, escaped: string) =>
        escaped.length === 5
          ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
          : (ESCAPES[escaped] ?? escaped),
      );
  }

  private regExp(): unknown {
    const [, pattern, options] = this.take(REG_EXP) ?? [];
    if (pattern === undefined) throw this.wrong('正则表达式没有结束');
    const { regExp } = this.spelling;
    if (regExp === undefined) throw this.wrong('这里不能有正则表达式');
    return regExp(pattern, options ?? '');
  }

  /** An integer that JavaScript cannot spell keeps its digits. */
  private number(text: string): unknown {
    const digits = text.replace('+', '');
    const isLong = /^-?\d{16,}$/.test(digits) && String(Number(digits)) !== digits;
    return isLong ? this.spelling.long(digits) : Number(text);
  }

  /** `true`, `ISODate('…')`, `new Date()` */
  private word(): unknown {
    const start = this.at;
    const word = this.take(NAME)?.[0];
    if (word === 'new') return this.value();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === 'undefined') return null;
    if (word !== undefined && this.next('(')) return this.typed(word, this.argument(), start);
    this.at = start;
    throw this.wrong(word === undefined ? '这里要一个值' : `不认识 ${word}：字符串要加引号`);
  }

  private argument(): string | number | undefined {
    if (this.next(')')) return undefined;
    const value = this.value();
    this.expect(')');
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw this.wrong('括号里要字符串或数字');
  }

  private typed(type: string, argument: string | number | undefined, start: number): unknown {
    switch (type) {
      case 'Date':
      case 'ISODate': {
        const date = new Date(argument ?? this.now);
        if (!Number.isNaN(date.getTime())) return this.spelling.date(date);
        this.at = start;
        throw this.wrong('不是日期');
      }
      case 'NumberLong':
      case 'Long':
        return this.spelling.long(String(argument ?? 0));
      case 'NumberInt':
        return Number(argument ?? 0);
      case 'ObjectId':
        if (this.spelling.objectId !== undefined) return this.spelling.objectId(String(argument));
    }
    this.at = start;
    throw this.wrong(`不认识 ${type}(…)`);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at += match[0].length;
    return match;
  }

  private skipSpace(): void {
    this.take(SPACE);
  }

  private next(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private expect(character: string): void {
    if (!this.next(character)) throw this.wrong(`这里要 ${character}`);
  }

  private wrong(words: string): ShellSyntaxError {
    const before = this.text.slice(0, this.at).split('\n');
    return new ShellSyntaxError(
      `第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字：${words}`,
    );
  }
}
