/** 服务通知: the messages that mini-programs have sent, newest at the bottom. */
import type { Notification } from '../../../contract';
import { ForwardIcon, MiniProgramIcon } from './icons';
import { longTime } from './moment';
import type { PhoneModel } from './phoneModel';
import { Screen } from './screen';
import './notificationsScreen.css';

export function NotificationsScreen({ phone }: { phone: PhoneModel }) {
  const { notifications, miniProgram } = phone.state;
  const name = miniProgram?.name ?? '小程序';
  return (
    <Screen class="notifications" title="服务通知" onBack={() => phone.back()}>
      {/* The list runs backwards so that the newest is in sight. */}
      <div class="notification-list">
        {notifications.map((notification) => (
          <Card key={notification.msgid} notification={notification} name={name} phone={phone} />
        ))}
        {notifications.length === 0 && (
          <p class="empty">
            还没有收到通知
            <br />
            在小程序里订阅，再给自己发一条
          </p>
        )}
      </div>
    </Screen>
  );
}

interface CardProps {
  notification: Notification;
  name: string;
  phone: PhoneModel;
}

function Card({ notification, name, phone }: CardProps) {
  const { title, lines, page, receivedAt, miniprogramState } = notification;
  const version = VERSIONS[miniprogramState];
  const content = (
    <>
      <header>
        <MiniProgramIcon name={name} size={20} />
        <span>{name}</span>
        {version && <span class="version">{version}</span>}
      </header>
      <h2>{title}</h2>
      <dl>
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {page !== undefined && (
        <footer>
          <span>进入小程序查看</span>
          <ForwardIcon />
        </footer>
      )}
    </>
  );
  return (
    <article class="notification">
      <time>{longTime(receivedAt, phone.now())}</time>
      {page === undefined ? (
        <div class="card">{content}</div>
      ) : (
        <button type="button" class="card" onClick={() => phone.openPage(page)}>
          {content}
        </button>
      )}
    </article>
  );
}

/** WeChat marks a card that leads to a version which is not released. */
const VERSIONS = { formal: undefined, trial: '体验版', developer: '开发版' };
