/** A packet of each kind, as WeChat's side writes it, for tests that take all kinds. */
import type { Packet } from '../../../../scripts/emulator/wechat/push/packetText';

const origin = { ToUserName: 'gh_123456789abc', FromUserName: 'oXs1-sample', CreateTime: 1_700_000_000 };
const answered = (TemplateId: string, SubscribeStatusString: string) => ({
  TemplateId,
  SubscribeStatusString,
  PopupScene: '0',
});
const sent = (MsgID: string) => ({ TemplateId: 't1', MsgID, ErrorCode: '0', ErrorStatus: 'success' });

export const SAMPLE_PACKETS: Packet[] = [
  { ...origin, MsgType: 'text', Content: '在吗 <b>&amp;</b> ]]> 😀', MsgId: '12345678901234567890' },
  {
    ...origin,
    MsgType: 'image',
    PicUrl: 'https://a.example/1.png',
    MediaId: 'm1',
    MsgId: '23456789012345678',
  },
  {
    ...origin,
    MsgType: 'miniprogrampage',
    Title: '首页',
    AppId: 'wx0123456789abcdef',
    PagePath: 'pages/index/index?a=1&b=2',
    ThumbUrl: 'https://a.example/2.png',
    ThumbMediaId: 'm2',
    MsgId: '24092670105133901',
  },
  { ...origin, MsgType: 'event', Event: 'user_enter_tempsession', SessionFrom: 'order:1' },
  { ...origin, MsgType: 'event', Event: 'subscribe_msg_popup_event', List: answered('t1', 'accept') },
  {
    ...origin,
    MsgType: 'event',
    Event: 'subscribe_msg_popup_event',
    List: [answered('t1', 'accept'), answered('t2', 'reject'), answered('t3', 'acceptWithAudio')],
  },
  { ...origin, MsgType: 'event', Event: 'subscribe_msg_change_event', List: answered('t1', 'reject') },
  { ...origin, MsgType: 'event', Event: 'subscribe_msg_sent_event', List: sent('1864323726461255680') },
  { ...origin, MsgType: 'event', Event: 'subscribe_msg_sent_event', List: [sent('1'), sent('2')] },
  { ...origin, MsgType: 'event', Event: 'wxa_media_check', trace_id: 't', detail: { errcode: 0 } },
  { ...origin, MsgType: 'voice', MediaId: 'm3', MsgId: '3' },
];
