/** Reads a packet in JSON without losing a digit of its 64-bit ids. */
import jsonBigInt = require('json-bigint');

import { isPacket, PACKET_LIMITS, type Packet } from './packet';

/**
 * WeChat writes MsgId as a bare number of 64 bits, of which JSON.parse loses the last digits; a reviver that sees
 * the source text comes with Node 21, and the cloud has 18. json-bigint is in every bundle already, as
 * wx-server-sdk reads WeChat's answers with it: no own scanner, and no byte more.
 *
 * Long numbers become texts. A name that stands twice is refused: two readers could take different ones for it.
 * `__proto__` is left out; other names are safe on the prototype-less objects that it makes.
 */
const parser = jsonBigInt({
  storeAsString: true,
  strict: true,
  protoAction: 'ignore',
  constructorAction: 'preserve',
});

/** @returns undefined when the text is no JSON object, or holds more than {@link PACKET_LIMITS} allow */
export function readJson(text: string): Packet | undefined {
  try {
    const packet: unknown = parser.parse(text);
    return isPacket(packet) && isWithinLimits(packet) ? packet : undefined;
  } catch {
    // Of a syntax error, or of a stack that did not suffice for the nesting.
    return undefined;
  }
}

function isWithinLimits(packet: Packet): boolean {
  let values = 0;
  const ahead: { value: unknown; depth: number }[] = [{ value: packet, depth: 1 }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { value, depth } = next;
    values += 1;
    if (depth > PACKET_LIMITS.depth || values > PACKET_LIMITS.values) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const member of Object.values(value)) ahead.push({ value: member, depth: depth + 1 });
  }
  return true;
}
