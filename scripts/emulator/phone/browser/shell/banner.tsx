/** What has just arrived, at the top of the screen: a service notification, or a message of customer service. */
import type { ChatMessage } from '../../../contract';
import { BellIcon, MiniProgramIcon } from './icons';
import type { Banner as Arrived } from './phoneState';
import './banner.css';

interface BannerProps {
  banner: Arrived;
  /** The mini-program's. */
  name: string;
  onOpen(): void;
  /** Somebody is at it, or no longer. */
  onHold(isHeld: boolean): void;
}

export function Banner({ banner, name, onOpen, onHold }: BannerProps) {
  const { from, title, line } = wordsOf(banner, name);
  return (
    <button
      type="button"
      class="banner"
      onClick={onOpen}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      onMouseEnter={() => onHold(true)}
      onMouseLeave={() => onHold(false)}
    >
      <span class="banner-picture">
        {banner.kind === 'chat' ? <MiniProgramIcon name={name} size={40} /> : <BellIcon />}
      </span>
      <span class="banner-text">
        <span class="banner-from">{from}</span>
        <span class="banner-title">{title}</span>
        <span class="banner-line">{line}</span>
      </span>
    </button>
  );
}

function wordsOf(banner: Arrived, name: string) {
  if (banner.kind === 'chat') return { from: '客服消息', title: name, line: summaryOf(banner.message) };
  const { title, lines } = banner.notification;
  return {
    from: '服务通知',
    title,
    line: lines.map(({ label, value }) => `${label} ${value}`).join('　'),
  };
}

/** A message in one line, as lists of chats show it. */
export function summaryOf(message: ChatMessage): string {
  if (message.msgtype === 'text') return message.content.replace(/<[^>]*>/g, '');
  if (message.msgtype === 'image') return '[图片]';
  return message.msgtype === 'link' ? `[链接] ${message.title}` : `[小程序] ${message.title}`;
}
