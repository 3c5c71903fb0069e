/** A service notification that has just arrived, at the top of the screen. */
import type { Notification } from '../../../contract';
import { BellIcon } from './icons';
import './banner.css';

export function Banner({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const { title, lines } = notification;
  return (
    <button type="button" class="banner" onClick={onOpen}>
      <span class="banner-picture">
        <BellIcon />
      </span>
      <span class="banner-text">
        <span class="banner-from">服务通知</span>
        <span class="banner-title">{title}</span>
        <span class="banner-line">{lines.map(({ label, value }) => `${label} ${value}`).join('　')}</span>
      </span>
    </button>
  );
}
