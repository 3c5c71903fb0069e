/** A packet of message push as data, whatever text it came as, and what one may hold. */

/** Names and values as WeChat has them: texts, numbers, packets inside, and arrays of these. */
export type Packet = Readonly<Record<string, unknown>>;

/** The two formats in which WeChat writes packets to a server (数据格式, a setting of message push). */
export type PacketFormat = 'json' | 'xml';

/** Far above WeChat's packets, whose deepest is an item of a list inside an event: xml, event, List, field. */
export const PACKET_LIMITS = { depth: 8, values: 1_000 };

export function isPacket(value: unknown): value is Packet {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
