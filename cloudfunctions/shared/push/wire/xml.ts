/** Reads and writes packets in XML as WeChat has them. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { PACKET_LIMITS, type Packet } from './packet';

/**
 * Builds the packet from the tokens of htmlparser2, the fastest well-kept parser of those measured (npm run bench).
 * Its tokenizer knows no entities but XML's own five and numeric ones: none can be declared, and none expands. Its
 * Parser would close by itself what the text leaves open.
 *
 * An element with elements inside becomes an object, one that stands several times an array, any other a text.
 * Attributes and comments are left out; so is text between elements.
 *
 * @returns undefined when the text is not one `<xml>…</xml>` with every element closed, declares anything
 *   (`<!DOCTYPE`), or holds more than {@link PACKET_LIMITS} allow
 */
export function readXml(text: string): Packet | undefined {
  const builder = new PacketBuilder(text);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: true }, builder);
  try {
    tokenizer.write(text);
    tokenizer.end();
  } catch {
    return undefined;
  }
  return builder.packet;
}

/**
 * Makes objects without Object.prototype, which no name from outside shall reach. Those of Object.create(null) are
 * so too, but V8 keeps them as dictionaries: slower to write and to read (node:querystring does the same).
 */
const Members = function Members() {} as unknown as new () => Record<string, unknown>;
Members.prototype = Object.create(null);
type Members = InstanceType<typeof Members>;

class Unreadable extends Error {}

class PacketBuilder implements TokenizerCallbacks {
  /** Only once the root is closed. */
  packet: Packet | undefined;
  private readonly source: string;
  /** The names of the elements that are open. */
  private readonly names: string[] = [];
  /** The members of each element around the current one: undefined before its first. */
  private readonly around: (Members | undefined)[] = [];
  private members: Members | undefined;
  /** What counts when the current element has no members. */
  private text = '';
  /** Text outside CDATA since the last tag: WeChat's examples have spaces around CDATA that are not meant. */
  private bare = '';
  private elements = 0;

  constructor(source: string) {
    this.source = source;
  }

  onopentagname(start: number, end: number): void {
    const name = this.source.slice(start, end);
    const depth = this.names.push(name);
    this.elements += 1;
    if (depth === 1 && (this.elements > 1 || name !== 'xml')) throw new Unreadable();
    if (depth > PACKET_LIMITS.depth || this.elements > PACKET_LIMITS.values) throw new Unreadable();
    this.around.push(this.members);
    this.members = undefined;
    this.text = '';
    this.bare = '';
  }

  onclosetag(start: number, end: number): void {
    const name = this.names[this.names.length - 1];
    if (name?.length !== end - start || !this.source.startsWith(name, start)) throw new Unreadable();
    this.closeElement();
  }

  onselfclosingtag(): void {
    this.closeElement();
  }

  ontext(start: number, end: number): void {
    this.bare += this.source.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    this.bare += String.fromCodePoint(codepoint);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.takeBareText();
    this.text += this.source.slice(start, end - endOffset);
  }

  ondeclaration(): void {
    throw new Unreadable();
  }

  onattribname(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  oncomment(): void {}
  onprocessinginstruction(): void {}
  onopentagend(): void {}
  onend(): void {
    if (this.names.length > 0) throw new Unreadable();
  }

  private closeElement(): void {
    this.takeBareText();
    const name = this.names.pop() ?? '';
    const value = this.members ?? this.text;
    this.members = this.around.pop();
    if (this.names.length > 0) {
      this.members ??= new Members();
      add(this.members, name, value);
      return;
    }
    if (typeof value === 'string') throw new Unreadable();
    this.packet = value;
  }

  private takeBareText(): void {
    if (this.bare === '') return;
    this.text += this.bare.trim();
    this.bare = '';
  }
}

function add(members: Members, name: string, value: Members | string): void {
  if (name === '__proto__') return;
  const before = members[name];
  if (before === undefined) members[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else members[name] = [before, value];
}

/** @param fields in this order; numbers bare, texts in CDATA, as WeChat's own examples have them */
export function writeXml(fields: Readonly<Record<string, string | number>>): string {
  const elements = Object.entries(fields).map(
    ([name, value]) => `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`,
  );
  return `<xml>${elements.join('')}</xml>`;
}

/** `]]>` would end it: it is divided between two sections. */
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
