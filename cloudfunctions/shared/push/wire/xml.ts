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

type Members = Record<string, unknown>;

interface Element {
  members: Members | undefined;
  text: string;
}

class PacketBuilder implements Partial<Handler> {
  packet: Packet | undefined;
  private readonly open: Element[] = [];
  private current: Element = { members: undefined, text: '' };
  private elements = 0;
  /** Text outside CDATA since the last tag: WeChat's examples have spaces around CDATA that are not meant. */
  private bare = '';
  private inCdata = false;

  onopentagname(name: string): void {
    this.elements += 1;
    const isRoot = this.open.length === 0;
    if (isRoot && (this.elements > 1 || name !== 'xml')) throw new Unreadable();
    if (this.open.length >= PACKET_LIMITS.depth || this.elements > PACKET_LIMITS.values)
      throw new Unreadable();
    this.bare = '';
    this.open.push(this.current);
    this.current = { members: undefined, text: '' };
  }

  ontext(text: string): void {
    if (this.inCdata) this.current.text += text;
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
    const { members, text } = this.current;
    const parent = this.open.pop();
    if (parent === undefined) throw new Unreadable();
    this.current = parent;
    if (this.open.length > 0) {
      add(parent, name, members ?? text);
      return;
    }
    // The parser closes what the text leaves open: of a packet that was cut off it would make half of one.
    if (implied || members === undefined) throw new Unreadable();
    this.packet = members;
  }

  onprocessinginstruction(name: string): void {
    if (name.startsWith('!')) throw new Unreadable();
  }

  private takeBareText(): void {
    if (this.bare === '') return;
    this.current.text += this.bare.trim();
    this.bare = '';
  }
}

function add(parent: Element, name: string, value: unknown): void {
  if (name === '__proto__') return;
  // Prototype-less, as no name from outside may reach Object.prototype; a literal, as that is fast.
  parent.members ??= { __proto__: null } as unknown as Members;
  const { members } = parent;
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
