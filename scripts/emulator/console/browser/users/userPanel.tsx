/** One user: his main switch, and each template with what he has agreed to. */
import type { Setting, SettingChange, SubscribeRequest, TemplateSubscription, User } from '../../../contract';
import { ask, wordsOf } from '../emulator/ask';
import { useParts } from '../frame/context';
import { useFetched } from '../frame/useFetched';
import { Empty, Waiting } from '../parts/empty';
import { Switch } from '../parts/switch';
import { SubscriptionRow } from './subscriptionRow';
import './users.css';

const CHANGING = ['setting', 'templates', 'notification', 'push', 'call'] as const;

interface Props {
  user: User;
  onEdit: () => void;
}

export function UserPanel({ user: { openid, nickname, unionid }, onEdit }: Props) {
  const { notify } = useParts();
  const path = `/emulator/users/${encodeURIComponent(openid)}`;
  const setting = useFetched<Setting>(`${path}/setting?withSubscriptions=true`, [...CHANGING]);
  const subscriptions = useFetched<TemplateSubscription[]>(`${path}/subscriptions`, [...CHANGING]);
  const mainSwitch = setting.value?.subscriptionsSetting?.mainSwitch ?? true;

  const doThen = async (work: () => Promise<string>) => {
    try {
      notify(await work());
      await Promise.all([setting.reload(), subscriptions.reload()]);
    } catch (error) {
      notify(wordsOf(error), 'alarm');
    }
  };
  const change = (setting: SettingChange) =>
    doThen(async () => {
      await ask('PATCH', `${path}/setting`, setting);
      return '设置已改';
    });
  const answer = (request: SubscribeRequest) =>
    doThen(async () => {
      const { errMsg } = await ask<{ errMsg: string }>('POST', `${path}/subscribe`, request);
      return errMsg === 'requestSubscribeMessage:ok' ? '已回答订阅' : errMsg;
    });
  return (
    <section class="panel stack" aria-label={nickname}>
      <div class="panel-head">
        <div>
          <h2>{nickname}</h2>
          <p class="quiet mono user-id">{unionid === undefined ? openid : `${openid} · ${unionid}`}</p>
        </div>
        <div class="button-row">
          <button type="button" class="button small" aria-label={`编辑 ${nickname}`} onClick={onEdit}>
            编辑
          </button>
          {document.documentElement.dataset['phone'] === 'true' && (
            <a class="button small" href={`/phone/?user=${encodeURIComponent(openid)}`}>
              打开手机
            </a>
          )}
        </div>
      </div>
      <div class="user-switch">
        <div>
          <p>接收订阅消息</p>
          <p class="quiet">微信设置页上的总开关。关掉以后，每一次发送都回答 43101。</p>
        </div>
        <Switch label="接收订阅消息" checked={mainSwitch} onChange={(on) => change({ mainSwitch: on })} />
      </div>
      {subscriptions.value === undefined ? (
        <Waiting trouble={subscriptions.trouble} onRetry={subscriptions.reload} />
      ) : subscriptions.value.length === 0 ? (
        <Empty title="没有模板" words="先在「模板」里建一个。" />
      ) : (
        <ul class="subscriptions">
          {subscriptions.value.map((subscription) => (
            <SubscriptionRow
              key={subscription.tmplId}
              subscription={subscription}
              onAnswer={(choice) =>
                answer({ tmplIds: [subscription.tmplId], choices: { [subscription.tmplId]: choice } })
              }
              onKeep={(choice) => change({ itemSettings: { [subscription.tmplId]: choice } })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
