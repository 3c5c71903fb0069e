/** Reads and writes packets in XML as WeChat has them. */
import { type Handler, Parser } from 'htmlparser2';
import { PACKET_LIMITS, type Packet } from './packet';

/**
 * Builds the packet while htmlparser2 reads: the fastest well-kept parser of those measured (npm run bench), and
 * one that knows no entities but XML's own five and numeric ones, so that none can be declared and none expands.
 *
 * An element with elements inside becomes an object, one that stands several times an array, any other a text.
 * Attributes and comments are left out; so is text between elements.
 *
 * @returns undefined when the text is not one `<xml>…</xml>`, declares anything (`<!DOCTYPE`), or holds more than
 *   {@link PACKET_LIMITS} allow
 */
export function readXml(text: string): Packet | undefined {
  const builder = new PacketBuilder();
  try {
    new Parser(builder, { xmlMode: true }).end(text);
  } catch {
    return undefined;
  }
  return builder.packet;
}

class Unreadable extends Error {}

/**
 * Makes objects without Object.prototype, which no name from outside shall reach. Those of Object.create(null) are
 * so too, but V8 keeps them as dictionaries: slower to write and to read (node:querystring does the same).
 */
const Members = function Members() {} as unknown as new () => Record<string, unknown>;
Members.prototype = Object.create(null);
type Members = InstanceType<typeof Members>;

class PacketBuilder implements Partial<Handler> {
  packet: Packet | undefined;
  /** The members of each element around the current one: undefined before its first. */
  private readonly around: (Members | undefined)[] = [];
  private members: Members | undefined;
  /** What counts when the current element has no members. */
  private text = '';
  /** Text outside CDATA since the last tag: WeChat's examples have spaces around CDATA that are not meant. */
  private bare = '';
  private inCdata = false;
  private elements = 0;

  onopentagname(name: string): void {
    const depth = this.around.push(this.members);
    this.elements += 1;
    if (depth === 1 && (this.elements > 1 || name !== 'xml')) throw new Unreadable();
    if (depth > PACKET_LIMITS.depth || this.elements > PACKET_LIMITS.values) throw new Unreadable();
    this.members = undefined;
    this.text = '';
    this.bare = '';
  }

  ontext(text: string): void {
    if (this.inCdata) this.text += text;
    else this.bare += text;
  }

  oncdatastart(): void {
    this.takeBareText();
    this.inCdata = true;
  }

  oncdataend(): void {
    this.inCdata = false;
  }

  onclosetag(name: string, implied: boolean): void {
    this.takeBareText();
    const value = this.members ?? this.text;
    this.members = this.around.pop();
    if (this.around.length > 0) {
      this.members ??= new Members();
      add(this.members, name, value);
      return;
    }
    // The parser closes what the text leaves open: of a packet that was cut off it would make half of one.
    if (implied || typeof value === 'string') throw new Unreadable();
    this.packet = value;
  }

  onprocessinginstruction(name: string): void {
    if (name.startsWith('!')) throw new Unreadable();
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
