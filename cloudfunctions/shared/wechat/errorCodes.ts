/**
 * WeChat's and CloudBase's error codes: what each means and what to do. From WeChat's documentation of the
 * APIs that the project calls and of its global return codes; the negative six-digit ones from wx-server-sdk
 * (error.config).
 */

export interface ErrorCode {
  /** Ours: stable, for callers to compare. */
  code: string;
  meaning: string;
  hint: string;
  /** The same call may succeed later without a change. */
  retryable: boolean;
}

export const errorCodes: ReadonlyMap<number, ErrorCode> = new Map(
  Object.entries({
    // Any API
    [-1]: entry('SYSTEM_BUSY', 'WeChat is busy', 'Try again after a moment.', true),
    40001: entry(
      'ACCESS_TOKEN_INVALID',
      'the access token is not valid',
      'Get a new access token; a newer one may have replaced it.',
      true,
    ),
    40014: entry(
      'ACCESS_TOKEN_MALFORMED',
      'the access token is malformed',
      'Get a new access token, and pass it whole.',
      true,
    ),
    42001: entry('ACCESS_TOKEN_EXPIRED', 'the access token has expired', 'Get a new access token.', true),
    40003: entry(
      'INVALID_OPENID',
      'the openid is empty, wrong, or of another app',
      'Send to the openid that this mini-program has for the user.',
      false,
    ),
    45009: entry(
      'DAILY_LIMIT_REACHED',
      'the daily limit of calls is reached',
      'Wait until tomorrow; the limit counts per mini-program and API.',
      false,
    ),
    48001: entry(
      'API_UNAUTHORIZED',
      'the mini-program has no right to this API',
      'Turn the ability on in WeChat’s console.',
      false,
    ),

    // subscribeMessage.send
    40037: entry(
      'UNKNOWN_TEMPLATE',
      'the template id is empty or not this mini-program’s',
      'Compare the id with the list in WeChat’s console (订阅消息 › 我的模板).',
      false,
    ),
    43101: entry(
      'NOT_SUBSCRIBED',
      'the user has not subscribed, has withdrawn, or every send that he granted is used up',
      'Ask the user to subscribe again (wx.requestSubscribeMessage).',
      false,
    ),
    47003: entry(
      'INVALID_FIELD',
      'a value is missing or breaks its field’s rule',
      'Correct the field that is named; no grant was used up.',
      false,
    ),
    41030: entry(
      'INVALID_PAGE',
      'the page is not in the published mini-program',
      'Name a page of the published app.json, or leave the page out.',
      false,
    ),
    47001: entry(
      'DATA_FORMAT_ERROR',
      'WeChat could not read the arguments',
      'Compare the arguments with WeChat’s documentation.',
      false,
    ),

    // uniformMessage.send
    43004: entry(
      'NOT_FOLLOWING',
      'the user does not follow the official account',
      'Ask the user to follow the official account.',
      false,
    ),
    40013: entry(
      'INVALID_APPID',
      'the official account’s appid is wrong, not bound to this mini-program, or of another owner',
      'Bind the official account to the mini-program in WeChat’s console.',
      false,
    ),
    41028: entry(
      'INVALID_FORM_ID',
      'the form_id is wrong or has expired',
      'Leave weappTemplateMsg out: WeChat has withdrawn that kind of message.',
      false,
    ),
    41029: entry(
      'FORM_ID_USED',
      'the form_id has been used',
      'Leave weappTemplateMsg out: WeChat has withdrawn that kind of message.',
      false,
    ),
    45103: entry(
      'API_WITHDRAWN',
      'WeChat has withdrawn template messages of mini-programs',
      'Leave weappTemplateMsg out, or send a subscription message instead.',
      false,
    ),
    // WeChat's notice of 22 August 2023: community/develop/doc/000ae8d6348af08e7030bc2546bc01
    45109: entry(
      'UNIFORM_MESSAGES_WITHDRAWN',
      'WeChat has withdrawn uniform messages, from 20 September 2023 on',
      'Send a subscription message, or use the official account’s own template messages.',
      false,
    ),

    // customerServiceMessage.send
    40008: entry(
      'INVALID_MESSAGE_TYPE',
      'the kind of message is none that WeChat takes',
      'Send text, image, link or miniprogrampage.',
      false,
    ),
    44004: entry('EMPTY_CONTENT', 'the message has no content', 'Give the text a content.', false),
    45047: entry(
      'RESPONSE_LIMIT_REACHED',
      'as many messages were sent as the user’s last action allows',
      'Wait for the user: his message allows 5 more, his entering the conversation 2.',
      false,
    ),
    45015: entry(
      'RESPONSE_WINDOW_CLOSED',
      'the time to answer the user has run out',
      'Wait for the user: his message opens 48 hours, his entering the conversation 1 minute.',
      false,
    ),
    40004: entry(
      'INVALID_MEDIA_TYPE',
      'the media is not of a kind that WeChat takes',
      'Upload a PNG, JPEG or GIF image.',
      false,
    ),
    40007: entry(
      'INVALID_MEDIA_ID',
      'the media id is unknown or has expired',
      'Upload the image again: WeChat keeps it for 3 days.',
      false,
    ),

    // customerServiceMessage.setTyping
    45072: entry(
      'INVALID_TYPING_COMMAND',
      'the command is neither Typing nor CancelTyping',
      'Send Typing or CancelTyping.',
      false,
    ),
    45080: entry(
      'NO_RECENT_INTERACTION',
      'there was no message between you and the user in the last 30 seconds',
      'Show typing only while you answer.',
      false,
    ),
    45081: entry('ALREADY_TYPING', 'the typing state is shown already', 'Wait: it lasts 15 seconds.', false),

    // Cloud calls: refused before WeChat did anything
    [-501003]: entry(
      'REQUEST_LIMIT_REACHED',
      'the environment’s limit of requests is reached',
      'Try again later, or raise the environment’s plan.',
      true,
    ),
    [-501004]: entry(
      'CONCURRENCY_LIMIT_REACHED',
      'too many requests at once',
      'Try again after a moment.',
      true,
    ),
    [-501005]: entry(
      'INVALID_ENVIRONMENT',
      'the environment does not exist',
      'Deploy to an environment of this mini-program.',
      false,
    ),
    [-604100]: entry(
      'API_NOT_FOUND',
      'cloud calls have no such API',
      'Compare the API’s name with WeChat’s documentation.',
      false,
    ),
    [-604101]: entry(
      'API_NOT_PERMITTED',
      'the function’s config.json does not permit this API',
      'Add the API to permissions.openapi of the function’s config.json and upload the function with WeChat DevTools; it takes up to 10 minutes.',
      false,
    ),
    [-604104]: entry(
      'CALL_SOURCE_REFUSED',
      'WeChat does not allow cloud calls from where this call came from',
      'Call the function from the mini-program, a timer or WeChat’s HTTP API.',
      false,
    ),
  }).map(([errCode, meaning]) => [Number(errCode), meaning]),
);

function entry(code: string, meaning: string, hint: string, retryable: boolean): ErrorCode {
  return { code, meaning, hint, retryable };
}
