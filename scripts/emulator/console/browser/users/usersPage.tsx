/** The emulator's users: who there is, and what each has agreed to receive. */
import { useState } from 'preact/hooks';
import type { User } from '../../../contract';
import { useParts } from '../frame/context';
import { useChosen } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Chooser } from '../parts/chooser';
import { Empty, Waiting } from '../parts/empty';
import { PageHead } from '../parts/pageHead';
import { UserForm } from './userForm';
import { UserPanel } from './userPanel';

export function UsersPage() {
  const { notify } = useParts();
  // Somebody may have been used for the first time anywhere.
  const users = useFetched<User[]>('/emulator/users', ['push', 'call', 'setting', 'chat']);
  const [chosen, setChosen] = useChosen('users');
  const [edited, setEdited] = useState<User | 'new'>();
  if (users.value === undefined)
    return <Waiting page="用户" trouble={users.trouble} onRetry={users.reload} />;
  const user = users.value.find(({ openid }) => openid === chosen) ?? users.value[0];
  return (
    <>
      <PageHead title="用户" words="openid 第一次被用到时，用户就存在了；也可以在这里建一个。">
        <button type="button" class="button" onClick={() => setEdited('new')}>
          新用户
        </button>
      </PageHead>
      {user === undefined ? (
        <Empty title="还没有用户" words="建一个，手机上就能换成他。" />
      ) : (
        <div class="two-columns">
          <Chooser
            label="用户"
            chosen={user.openid}
            onChoose={setChosen}
            items={users.value.map(({ openid, nickname }) => ({
              key: openid,
              content: (
                <>
                  <span>{nickname}</span>
                  <span class="chooser-detail mono">{openid}</span>
                </>
              ),
            }))}
          />
          <UserPanel key={user.openid} user={user} onEdit={() => setEdited(user)} />
        </div>
      )}
      {edited && (
        <UserForm
          user={edited === 'new' ? undefined : edited}
          users={users.value}
          onClose={() => setEdited(undefined)}
          onKept={async ({ openid, nickname }) => {
            setEdited(undefined);
            setChosen(openid);
            await users.reload();
            notify(edited === 'new' ? `已建用户 ${nickname}` : '用户已改');
          }}
        />
      )}
    </>
  );
}
