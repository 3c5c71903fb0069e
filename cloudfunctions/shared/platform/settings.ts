/** What a project sets by environment variables (cloudbaserc.json, envVariables): the only place that reads them. */
import { Failure } from './result';

/**
 * Every setting is read when it is asked for. One that is absent, empty, or still the placeholder that
 * cloudbaserc.json has for it (`{{env.XINSHI_APPID}}`) has its default.
 *
 * @throws Failure INVALID_SETTING, which names the variable and never its value
 */
export const settings = {
  /** XINSHI_OPERATOR: openid of the first operator. Without: only those in the collection xinshi_operators. */
  get operator(): string | undefined {
    return textOf('XINSHI_OPERATOR');
  },
  /** XINSHI_APPID: the mini-program's appid. Without: no calls over HTTPS, no server URL in safe mode. */
  get appid(): string | undefined {
    return textOf('XINSHI_APPID');
  },
  /** XINSHI_APP_SECRET: the mini-program's AppSecret. Without: no calls over HTTPS. Never log or answer it. */
  get appSecret(): string | undefined {
    return textOf('XINSHI_APP_SECRET');
  },
  /** XINSHI_WECHAT_URL: where WeChat's HTTPS API is, without a slash at the end. Default: WeChat's own. */
  get wechatUrl(): string {
    return originOf('XINSHI_WECHAT_URL') ?? 'https://api.weixin.qq.com';
  },
  /**
   * XINSHI_TRANSPORT: how calls reach WeChat. `auto` (default): cloud calls, and HTTPS where WeChat does not
   * allow a cloud call and appid and secret are set. `cloudCall`, `https`: that one alone.
   */
  get transport(): TransportChoice {
    return choiceOf('XINSHI_TRANSPORT', ['auto', 'cloudCall', 'https'], 'auto');
  },
  /** XINSHI_PUSH_TOKEN: the Token of WeChat's message push. Without: the server URL refuses every push. */
  get pushToken(): string | undefined {
    return textOf('XINSHI_PUSH_TOKEN');
  },
  /** XINSHI_PUSH_AES_KEY: the EncodingAESKey, 43 characters. Without: encrypted pushes are refused. */
  get pushAesKey(): string | undefined {
    return textOf('XINSHI_PUSH_AES_KEY');
  },
  /**
   * XINSHI_AUDIT_CONTENT: what the record of a send keeps of its content, `fields` or `none`. Default: `none`. A
   * message holds names, telephones and order numbers: whoever keeps such data should have decided to.
   */
  get auditContent(): 'none' | 'fields' {
    return choiceOf('XINSHI_AUDIT_CONTENT', ['none', 'fields'], 'none');
  },
  /** XINSHI_AUDIT_DAYS: for how many days a send stays recorded. Default: 30. */
  get auditDays(): number {
    return countOf('XINSHI_AUDIT_DAYS', 30);
  },
  /**
   * XINSHI_CALLS_PER_MINUTE: how often one user may call one function in a minute (rates.ts). Default: 60.
   */
  get callsPerMinute(): number {
    return countOf('XINSHI_CALLS_PER_MINUTE', 60);
  },
  /** SCF_FUNCTIONNAME: the name of this function, which the cloud itself sets. Without: ''. */
  get functionName(): string {
    return textOf('SCF_FUNCTIONNAME') ?? '';
  },
};

export type TransportChoice = 'auto' | 'cloudCall' | 'https';

/** What tcb leaves, or a copy of cloudbaserc.json by hand, where a variable of the developer's is missing. */
const PLACEHOLDER = /^\{\{.*\}\}$/;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

function textOf(name: string): string | undefined {
  const text = process.env[name]?.trim() ?? '';
  return text === '' || PLACEHOLDER.test(text) ? undefined : text;
}

function choiceOf<const Choice extends string>(
  name: string,
  choices: readonly Choice[],
  preset: Choice,
): Choice {
  const text = textOf(name);
  if (text === undefined) return preset;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw invalidSetting(name, `must be ${choices.join(', ')}`);
  return choice;
}

function countOf(name: string, preset: number): number {
  const text = textOf(name);
  if (text === undefined) return preset;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalidSetting(name, 'must be a whole number from 1 on');
  return Number(text);
}

/** The secret and the token go there: in the clear only to this machine. */
function originOf(name: string): string | undefined {
  const text = textOf(name);
  if (text === undefined) return undefined;
  const url = urlOf(text);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  const bare = url !== undefined && url.pathname === '/' && url.search === '' && url.username === '';
  if (!safe || !bare) throw invalidSetting(name, 'must be https://host, or http://127.0.0.1:port');
  return url.origin;
}

/** URL.canParse is not in the cloud's Node 18.15. */
function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function invalidSetting(name: string, rule: string): Failure {
  return new Failure('INVALID_SETTING', {
    message: `${name} ${rule}`,
    hint: `Correct ${name} in the function’s environment variables.`,
  });
}
