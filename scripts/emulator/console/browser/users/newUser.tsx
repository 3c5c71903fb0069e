/** Asks for what a new user needs. */
import { useState } from 'preact/hooks';
import type { User } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { Dialog } from '../frame/dialog';
import { Field } from '../parts/field';

interface Props {
  onClose: () => void;
  onCreated: (user: User) => void;
}

export function NewUser({ onClose, onCreated }: Props) {
  const [nickname, setNickname] = useState('');
  const [openid, setOpenid] = useState(newOpenid);
  const [unionid, setUnionid] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const submit = async () => {
    try {
      const body = { nickname, ...(unionid !== '' && { unionid }) };
      onCreated(await ask<User>('PUT', `/emulator/users/${encodeURIComponent(openid)}`, body));
    } catch (error) {
      setTrouble(wordsOf(error));
    }
  };
  const valid = OPENID.test(openid);
  return (
    <Dialog title="新用户" onClose={onClose}>
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
        <Field label="openid" trouble={valid ? undefined : '要以 o 开头，一共 28 个字母、数字、_ 或 -'}>
          <input
            class="mono"
            spellcheck={false}
            value={openid}
            onInput={(event) => setOpenid(event.currentTarget.value)}
          />
        </Field>
        <Field label="unionid" hint="小程序绑定了开放平台时才有，可以空着">
          <input
            class="mono"
            spellcheck={false}
            value={unionid}
            onInput={(event) => setUnionid(event.currentTarget.value)}
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
          <button type="submit" class="button primary" disabled={nickname === '' || !valid}>
            建立
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const OPENID = /^o[A-Za-z0-9_-]{27}$/;

function newOpenid(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return `oXs1-${[...bytes].map((byte) => letters[byte % 64]).join('')}x`;
}
