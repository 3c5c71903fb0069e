import { createWorld, LI_LEI, type World } from './world';

const MINUTE = 60_000;

let world: World;
beforeEach(() => {
  world = createWorld();
});

/** What WeChat's server answers to a mini-program's server. */
function codeToSession(code: string, changed: Record<string, string> = {}) {
  const { appid } = world.wechat.push.settings();
  const { secret } = world.wechat.miniProgram.get();
  const answer = world.wechat.answerHttps({
    method: 'GET',
    path: '/sns/jscode2session',
    query: { appid, secret, js_code: code, grant_type: 'authorization_code', ...changed },
    body: () => new Map(),
  });
  return answer.kind === 'json' ? JSON.parse(answer.text) : answer;
}

describe('code2Session', () => {
  it('says whose the code is, with the session key that this user always has', () => {
    const first = codeToSession(world.wechat.logins.code(LI_LEI));
    expect(first).toMatchObject({ openid: LI_LEI });
    expect(Buffer.from(first.session_key, 'base64')).toHaveLength(16);
    expect(codeToSession(world.wechat.logins.code(LI_LEI)).session_key).toBe(first.session_key);
  });

  it('takes a code once, within five minutes, and answers 40163, 40029 and 41008 to others', () => {
    const used = world.wechat.logins.code(LI_LEI);
    codeToSession(used);
    const late = world.wechat.logins.code(LI_LEI);
    expect(codeToSession(used)).toMatchObject({ errcode: 40163 });
    world.clock.advance(5 * MINUTE);
    expect(codeToSession(late)).toMatchObject({ errcode: 40029 });
    expect(codeToSession('x'.repeat(1000))).toMatchObject({ errcode: 40029 });
    expect(codeToSession('')).toMatchObject({ errcode: 41008 });
  });

  it('refuses a wrong appid, secret or grant_type, and leaves the code as it was', () => {
    const code = world.wechat.logins.code(LI_LEI);
    expect(codeToSession(code, { appid: 'wx0' })).toMatchObject({ errcode: 40013 });
    expect(codeToSession(code, { secret: 'no' })).toMatchObject({ errcode: 40125 });
    expect(codeToSession(code, { grant_type: 'client_credential' })).toMatchObject({ errcode: 40002 });
    expect(codeToSession(code)).toMatchObject({ openid: LI_LEI });
  });
});
