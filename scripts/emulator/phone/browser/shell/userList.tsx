/** The emulator's users: whose phone this is, and whose it could be. */
import type { PhoneModel } from './phoneModel';
import './userList.css';

export function UserList({ phone }: { phone: PhoneModel }) {
  const { users, openid } = phone.state;
  return (
    <div class="user-list">
      {users.map((user) => (
        <button
          type="button"
          key={user.openid}
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
      ))}
    </div>
  );
}
