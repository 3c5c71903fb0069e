/** The emulator's users: whose phone this is, whose it could be, and whose could stand beside it. */
import { BesideIcon } from './icons';
import type { PhoneModel } from './phoneModel';
import './userList.css';

export function UserList({ phone }: { phone: PhoneModel }) {
  const { users, openid } = phone.state;
  const known = users.some((user) => user.openid === openid);
  const listed = known || openid === '' ? users : [...users, { openid, nickname: openid }];
  return (
    <div class="user-list">
      {listed.map((user) => (
        <div class="user-row" key={user.openid}>
          <button
            type="button"
            class="user"
            aria-current={user.openid === openid}
            onClick={() => phone.switchUser(user.openid)}
          >
            <span class="user-picture" aria-hidden="true">
              {[...user.nickname].at(-1)}
            </span>
            <span class="user-text">
              <span>{user.nickname}</span>
              <span class="user-openid">{user.openid}</span>
            </span>
          </button>
          {user.openid !== openid && (
            <a
              class="user-beside"
              href={`?user=${encodeURIComponent(openid)}&user=${encodeURIComponent(user.openid)}`}
              target="_top"
              aria-label={`把${user.nickname}的手机放在旁边`}
              title="并排打开"
            >
              <BesideIcon />
            </a>
          )}
        </div>
      ))}
    </div>
  );
}
