/** A message of a conversation as the desk draws it. */
import type { MessageView } from '../../cloudfunctions/customerServiceDesk/contract';
import { momentText } from './moment';

export interface Bubble {
  id: string;
  side: 'in' | 'out' | 'middle';
  kind: MessageView['content']['kind'];
  /** Of a text: its pieces, of which some are links. */
  parts: { text: string; link: boolean }[];
  title: string;
  /** Of a card: the address of its page. */
  description: string;
  /** An address that <image> takes; '' when the picture must be asked for by `mediaId`, or there is none. */
  picture: string;
  mediaId: string;
  /** Shown over the bubble when some time has passed since the one before; '' otherwise. */
  time: string;
  /** Who wrote it, when it was not the one who reads it; '' otherwise. */
  by: string;
  /** WeChat gave no answer: the user may have it or not. */
  unknown: boolean;
}

/** So long a pause gets the time between two bubbles, as in WeChat's own chat. */
const PAUSE_MS = 5 * 60_000;

/** @param me the operator's openid */
export function bubblesOf(messages: MessageView[], me: string, now: number): Bubble[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const pause = before === undefined || message.at - before.at > PAUSE_MS;
    return bubbleOf(message, me, pause ? momentText(message.at, now) : '');
  });
}

const NOTHING = { parts: [], title: '', description: '', picture: '', mediaId: '' };

function bubbleOf({ id, direction, content, by, outcome }: MessageView, me: string, time: string): Bubble {
  const common = {
    ...NOTHING,
    id,
    side: direction,
    kind: content.kind,
    time,
    by: writerText(by, me),
    unknown: outcome === 'unknown',
  };
  switch (content.kind) {
    case 'text':
      return { ...common, parts: partsOf(content.text) };
    case 'image':
      return { ...common, picture: content.picUrl, mediaId: content.mediaId };
    case 'link':
      return { ...common, title: content.title, description: content.description, picture: content.thumbUrl };
    case 'miniProgramPage': {
      const { title, pagePath, thumbUrl, thumbMediaId } = content;
      return { ...common, title, description: pagePath, picture: thumbUrl, mediaId: thumbMediaId };
    }
    case 'entered': {
      const from = content.sessionFrom === '' ? '' : `，来自 ${content.sessionFrom}`;
      return { ...common, side: 'middle', parts: [{ text: `用户进入会话${from}`, link: false }] };
    }
  }
}

/** `rule`, `operator:<openid>`, `server:<what>`. */
function writerText(by: string, me: string): string {
  if (by === 'rule') return '自动回复';
  if (by.startsWith('server:')) return '系统';
  if (by.startsWith('operator:') && by !== `operator:${me}`) return `同事 ${by.slice(-4)}`;
  return '';
}

/** Splits a text at its links, which WeChat writes as `<a …>words</a>`. */
function partsOf(text: string): Bubble['parts'] {
  return text
    .split(/(<a\s[^>]*>[^<]*<\/a>)/i)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const words = /^<a\s[^>]*>([^<]*)<\/a>$/i.exec(piece)?.[1];
      return words === undefined ? { text: piece, link: false } : { text: words, link: true };
    });
}
