/** Who of the mini-program's users reads and writes a collection, in the words of WeChat's console. */
import type { CollectionPermission } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';

interface Props {
  collection: string;
  permission: CollectionPermission;
  onChanged: () => Promise<void>;
}

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/permission.html */
const WORDS: Record<CollectionPermission, string> = {
  READONLY: '所有用户可读，仅创建者可写',
  PRIVATE: '仅创建者可读写',
  ADMINWRITE: '所有用户可读，仅管理端可写',
  ADMINONLY: '仅管理端可读写',
};

export function PermissionSelect({ collection, permission, onChanged }: Props) {
  const { notify } = useParts();
  const change = async (chosen: CollectionPermission) => {
    try {
      await ask('PUT', `/emulator/database/${encodeURIComponent(collection)}/permission`, {
        permission: chosen,
      });
      notify(`${collection}：${WORDS[chosen]}`);
    } catch (error) {
      notify(wordsOf(error), 'alarm');
    }
    await onChanged();
  };
  return (
    <select
      aria-label="权限"
      title="小程序端 wx.cloud.database() 的权限；云函数和这里不受它限制"
      value={permission}
      onChange={(event) => void change(event.currentTarget.value as CollectionPermission)}
    >
      {Object.entries(WORDS).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}
