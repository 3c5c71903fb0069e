/** Packets of message push as text, in JSON and in XML as WeChat writes them. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { refuseDeepJson } from '../../refusal/jsonDepth';

export type Packet = Record<string, unknown>;

/** Ids of 64 bits: digits in a string here, a bare number in the text. */
const NUMBER_IDS = new Set(['MsgId']);

/** Elements that WeChat's examples in XML have without CDATA. */
const BARE_ELEMENTS = new Set(['CreateTime', 'MsgId', 'MsgID', 'ErrorCode', 'PopupScene', 'TimeStamp']);

/** In XML the items of a subscription event stand in an element of its own name. */
const EVENT_ELEMENTS: Record<string, string> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

export const writePacket = (packet: Packet, format: 'json' | 'xml'): string =>
  format === 'json' ? writeJson(packet) : writeXml(packet);

function writeJson(packet: Packet): string {
  const members = Object.entries(packet).map(([name, value]) => {
    const text = NUMBER_IDS.has(name) ? String(value) : JSON.stringify(value);
    return `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}

function writeXml({ List, ...fields }: Packet): string {
  const wrapper = EVENT_ELEMENTS[String(fields['Event'])];
  const tree =
    List === undefined || wrapper === undefined ? { ...fields, List } : { ...fields, [wrapper]: { List } };
  return `<xml>${writeElements(tree)}</xml>`;
}

/** A list is an element for each of its items. */
function writeElements(fields: Packet): string {
  const elements: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      elements.push(`<${name}>${writeValue(name, item)}</${name}>`);
    }
  }
  return elements.join('\n');
}

function writeValue(name: string, value: unknown): string {
  if (typeof value === 'object' && value !== null) return writeElements({ ...value });
  return BARE_ELEMENTS.has(name) ? String(value) : cdata(String(value));
}

/** XML 1.0 has no place for these characters, not even in CDATA. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cdata = (text: string) =>
  `<![CDATA[${text.replace(NOT_IN_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const xmlParser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

/** The packet in a text; undefined when it is neither a JSON object nor `<xml>`. */
export function readPacket(text: string): Packet | undefined {
  try {
    const parsed = text.trimStart().startsWith('<') ? readXml(text) : readJson(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function readXml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) return undefined;
  return (xmlParser.parse(text) as Packet)['xml'];
}

function readJson(text: string): unknown {
  refuseDeepJson(text);
  return JSON.parse(text);
}

const isObject = (value: unknown): value is Packet =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
