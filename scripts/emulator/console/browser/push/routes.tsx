/** Which cloud function gets which kind of push. */
import type { PushRoute } from '../../../contract';
import { CloseIcon } from '../frame/icons';
import { Empty } from '../parts/empty';

interface Props {
  routes: PushRoute[];
  /** Names of the functions that there are. */
  functions: string[];
  trouble: string | undefined;
  onChange: (routes: PushRoute[]) => void;
}

const MESSAGE_TYPES = ['text', 'image', 'miniprogrampage', 'event'];
const EVENTS = [
  'user_enter_tempsession',
  'subscribe_msg_event',
  'subscribe_msg_popup_event',
  'subscribe_msg_change_event',
  'subscribe_msg_sent_event',
];

export function Routes({ routes, functions, trouble, onChange }: Props) {
  const change = (index: number, route: PushRoute) =>
    onChange(routes.map((each, at) => (at === index ? route : each)));
  return (
    <section class="panel stack" aria-labelledby="push-routes">
      <div class="panel-head">
        <h2 id="push-routes">云函数路由</h2>
        <button
          type="button"
          class="button small"
          onClick={() =>
            onChange([...routes, { msgType: 'text', functionName: functions[0] ?? 'messagePush' }])
          }
        >
          加一条
        </button>
      </div>
      {trouble && <p class="alarm-words">{trouble}</p>}
      {routes.length === 0 && <Empty title="没有路由" words="所有推送都去服务器；没有服务器，就没有去处。" />}
      <ol class="push-routes">
        {routes.map((route, index) => (
          // Two routes may be alike while they are edited.
          <li key={index}>
            <select
              class="mono"
              aria-label={`第 ${index + 1} 条：消息类型`}
              value={route.msgType}
              onChange={(event) => change(index, withType(route, event.currentTarget.value))}
            >
              {withKnown(MESSAGE_TYPES, route.msgType)}
            </select>
            {route.msgType === 'event' ? (
              <select
                class="mono"
                aria-label={`第 ${index + 1} 条：事件`}
                value={route.event}
                onChange={(event) => change(index, { ...route, event: event.currentTarget.value })}
              >
                {withKnown(EVENTS, route.event ?? '')}
              </select>
            ) : (
              <span />
            )}
            <select
              class="mono"
              aria-label={`第 ${index + 1} 条：云函数`}
              value={route.functionName}
              onChange={(event) => change(index, { ...route, functionName: event.currentTarget.value })}
            >
              {withKnown(functions, route.functionName)}
            </select>
            <button
              type="button"
              class="tool"
              aria-label={`移除第 ${index + 1} 条`}
              onClick={() => onChange(routes.filter((_, at) => at !== index))}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The known values, and the one that is there. */
const withKnown = (known: string[], own: string) =>
  [...new Set([...known, own])].map((value) => (
    <option key={value} value={value}>
      {value}
    </option>
  ));

/** An event has a name, and nothing else has. */
function withType({ functionName, event = 'subscribe_msg_event' }: PushRoute, msgType: string): PushRoute {
  return msgType === 'event' ? { msgType, event, functionName } : { msgType, functionName };
}
