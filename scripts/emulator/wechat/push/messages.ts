/**
 * What WeChat pushes, without the envelope that every packet has.
 *
 * The subscription events have the shape that developers observe in JSON, which differs from the documentation:
 * `List` at the top level, an object for one item and an array for several
 * (community post 00042034428fa074706c908245b800, WxJava pull request 2477); codes and scenes are strings.
 */

export interface PushMessage {
  MsgType: string;
  Event?: string;
  [field: string]: unknown;
}

/** '0': the panel was shown in the mini-program. */
const POPUP_SCENE_MINI_PROGRAM = '0';

/** The user answered the subscribe panel. @param choices by template */
export function popupEvent(choices: ReadonlyMap<string, string>): PushMessage {
  return subscriptionEvent(
    'subscribe_msg_popup_event',
    [...choices].map(([tmplId, choice]) => ({
      TemplateId: tmplId,
      SubscribeStatusString: choice === 'reject' ? 'reject' : 'accept',
      PopupScene: POPUP_SCENE_MINI_PROGRAM,
    })),
  );
}

/** The user now rejects these templates on the settings page. */
export function changeEvent(rejected: string[]): PushMessage {
  return subscriptionEvent(
    'subscribe_msg_change_event',
    rejected.map((tmplId) => ({ TemplateId: tmplId, SubscribeStatusString: 'reject' })),
  );
}

/** A subscription message reached the user. */
export function sentEvent(sent: { tmplId: string; msgid: string }): PushMessage {
  return subscriptionEvent('subscribe_msg_sent_event', [
    { TemplateId: sent.tmplId, MsgID: sent.msgid, ErrorCode: '0', ErrorStatus: 'success' },
  ]);
}

function subscriptionEvent(event: string, items: Record<string, string>[]): PushMessage {
  return { MsgType: 'event', Event: event, List: items.length === 1 ? items[0] : items };
}
