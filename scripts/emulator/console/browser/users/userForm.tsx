/** What is known of a user, asked for of a new one or changed. */
import { useState } from 'preact/hooks';
import type { User } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { Dialog } from '../frame/dialog';
import { Field } from '../parts/field';

interface Props {
  /** The user who is changed; undefined for a new one. */
  user: User | undefined;
  /** Those that there are. */
  users: User[];
  onClose: () => void;
  onKept: (user: User) => void;
}

export function UserForm({ user, users, onClose, onKept }: Props) {
  const [nickname, setNickname] = useState(user?.nickname ?? '');
  const [openid, setOpenid] = useState(user?.openid ?? newOpenid);
  const [unionid, setUnionid] = useState(user?.unionid ?? '');
  const [trouble, setTrouble] = useState<string>();
  const submit = async () => {
    try {
      const body = { nickname, ...(unionid !== '' && { unionid }) };
      onKept(await ask<User>('PUT', `/emulator/users/${encodeURIComponent(openid)}`, body));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  const openidTrouble = user === undefined ? troubleOf(openid, users) : undefined;
  return (
    <Dialog title={user === undefined ? '新用户' : '编辑用户'} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label="昵称">
          <input
            value={nickname}
            maxLength={32}
            onInput={(event) => setNickname(event.currentTarget.value)}
          />
        </Field>
        <Field label="openid" trouble={openidTrouble} hint={user && '不能改：订阅、会话和数据都认它'}>
          <input
            class="mono"
            spellcheck={false}
            value={openid}
            readOnly={user !== undefined}
            onInput={(event) => setOpenid(event.currentTarget.value)}
          />
        </Field>
        <Field label="unionid" hint="小程序绑定了开放平台时才有，可以空着">
          <input
            class="mono"
            spellcheck={false}
            value={unionid}
            onInput={(event) => {
              setUnionid(event.currentTarget.value);
              setTrouble(undefined);
            }}
          />
        </Field>
        {trouble && (
          <p class="alarm-words" role="alert">
            {trouble}
          </p>
        )}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            取消
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={nickname === '' || openidTrouble !== undefined}
          >
            {user === undefined ? '建立' : '保存'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const OPENID = /^o[A-Za-z0-9_-]{27}$/;

function troubleOf(openid: string, users: User[]): string | undefined {
  if (!OPENID.test(openid)) return '要以 o 开头，一共 28 个字母、数字、_ 或 -';
  const owner = users.find((user) => user.openid === openid);
  return owner && `已经是${owner.nickname}的`;
}

function newOpenid(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return `oXs1-${[...bytes].map((byte) => letters[byte % 64]).join('')}x`;
}
