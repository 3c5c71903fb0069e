/**
 * WeChat's codes of customer service and its media. Sources: its documentation of customerServiceMessage.send,
 * setTyping, uploadTempMedia, getTempMedia; its global return codes for what these do not list (4000x, 4100x, 4400x).
 */
import { type ErrorEntry, entry } from './entry';

export const imageTooLarge: ErrorEntry = entry({
  code: 'IMAGE_TOO_LARGE',
  numbers: [40009, 40006, 45001],
  en: ['the image is too large', 'WeChat takes at most 10 MB.', 'Make the image smaller.'],
  zh: ['图片太大', '微信最多接受 10 MB。', '压缩图片后再上传。'],
  forUser: ['图片太大', '请换一张小一些的图片。'],
});

export const wechatCustomerService: readonly ErrorEntry[] = [
  entry({
    code: 'INVALID_MESSAGE_TYPE',
    numbers: [40008],
    en: [
      'the kind of message is none that WeChat takes',
      'msgtype is wrong.',
      'Send text, image, link or miniprogrampage.',
    ],
    zh: ['消息类型不合法', 'msgtype 有误。', '发送 text、image、link 或 miniprogrampage。'],
  }),
  entry({
    code: 'EMPTY_CONTENT',
    numbers: [44004],
    en: ['the message has no content', 'The text is empty.', 'Give the text a content.'],
    zh: ['消息内容为空', '文本没有内容。', '填写文本内容。'],
    forUser: ['内容是空的', '请先写点什么。'],
  }),
  entry({
    code: 'RESPONSE_LIMIT_REACHED',
    numbers: [45047],
    en: [
      'as many messages were sent as the user’s last action allows',
      'His message allows 5 within 48 hours, his entering the conversation 2 within a minute; they are not added up.',
      'Wait for the user: his message allows 5 more, his entering the conversation 2.',
    ],
    zh: [
      '客服消息条数已达上限',
      '用户发一条消息后 48 小时内可回 5 条，进入会话后 1 分钟内可发 2 条，不累加。',
      '等用户再发消息或再次进入会话。',
    ],
  }),
  entry({
    code: 'RESPONSE_WINDOW_CLOSED',
    numbers: [45015],
    en: [
      'the time to answer the user has run out',
      'More than 48 hours have passed since his last message, or a minute since he entered.',
      'Wait for the user: his message opens 48 hours, his entering the conversation 1 minute.',
    ],
    zh: [
      '回复用户的时限已过',
      '距用户上次发消息超过 48 小时，或距进入会话超过 1 分钟。',
      '等用户再发消息；也可以改用订阅消息联系他。',
    ],
  }),
  entry({
    code: 'INVALID_TYPING_COMMAND',
    numbers: [45072],
    en: [
      'the command is neither Typing nor CancelTyping',
      'command is wrong.',
      'Send Typing or CancelTyping.',
    ],
    zh: ['command 取值不对', '只能是 Typing 或 CancelTyping。', '改为 Typing 或 CancelTyping。'],
  }),
  entry({
    code: 'NO_RECENT_INTERACTION',
    numbers: [45080],
    en: [
      'there was no message between you and the user in the last 30 seconds',
      'WeChat shows typing only within a conversation that goes on.',
      'Show typing only while you answer.',
    ],
    zh: [
      '最近 30 秒内与用户没有消息往来',
      '微信只在会话进行中显示输入状态。',
      '只在准备回复时显示输入状态。',
    ],
  }),
  entry({
    code: 'ALREADY_TYPING',
    numbers: [45081],
    en: [
      'the typing state is shown already',
      'It lasts 15 seconds and cannot be sent again meanwhile.',
      'Wait: it lasts 15 seconds.',
    ],
    zh: ['已经处于输入状态', '输入状态持续 15 秒，期间不能重复下发。', '等它结束后再发。'],
  }),
  entry({
    code: 'INVALID_MEDIA_TYPE',
    numbers: [40004],
    en: [
      'the media is not of a kind that WeChat takes',
      'Its bytes are no image, or type is not image.',
      'Upload a PNG, JPEG or GIF image.',
    ],
    zh: ['媒体类型不合法', '内容不是图片，或 type 不是 image。', '上传 PNG、JPEG 或 GIF 图片。'],
    forUser: ['不是可以发送的图片', '请选择 PNG、JPEG 或 GIF 图片。'],
  }),
  entry({
    code: 'INVALID_FILE_TYPE',
    numbers: [40005, 40137],
    en: [
      'WeChat does not take this format of picture',
      'The name’s ending or the bytes are of another format.',
      'Upload a PNG, JPEG or GIF image.',
    ],
    zh: ['不支持的图片格式', '文件后缀或内容是别的格式。', '上传 PNG、JPEG 或 GIF 图片。'],
    forUser: ['不支持这种图片', '请选择 PNG、JPEG 或 GIF 图片。'],
  }),
  imageTooLarge,
  entry({
    code: 'MEDIA_MISSING',
    numbers: [41005, 44001],
    en: [
      'there is no media in the upload',
      'The form has no field `media`, or it is empty.',
      'Upload the bytes of an image.',
    ],
    zh: ['上传里没有媒体文件', '表单里没有 media 字段，或内容为空。', '上传图片的内容。'],
  }),
  entry({
    code: 'INVALID_MEDIA_ID',
    numbers: [40007, 46001],
    en: [
      'the media id is unknown or has expired',
      'WeChat keeps temporary media for 3 days.',
      'Upload the image again: WeChat keeps it for 3 days.',
    ],
    zh: ['media_id 不存在或已过期', '临时素材只保留 3 天。', '重新上传图片。'],
    forUser: ['图片已过期', '请重新选择图片。'],
  }),
  entry({
    code: 'MEDIA_ID_MISSING',
    numbers: [41006],
    en: ['the media id is missing', 'media_id is empty.', 'Name the medium to download.'],
    zh: ['缺少 media_id', 'media_id 为空。', '填写要下载的 media_id。'],
  }),
];
