import { join } from 'node:path';
import type { CallRecord, LogRecord } from '../../scripts/emulator/contract';
import { addFiles, temporaryFolder } from '../temporaryFolder';
import { HAN_MEI_MEI, LI_LEI, runEmulator } from './runningEmulator';

const SDK = `
  const cloud = require('wx-server-sdk');
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
`;

// As they stand in other people's projects: plain JavaScript, a config.json, a package.json that names the SDK.
const project = temporaryFolder({
  'cloudbaserc.json': JSON.stringify({
    functionRoot: 'functions',
    functions: [
      { name: 'hang', timeout: 1 },
      { name: 'spin', timeout: 1 },
      { name: 'environment', envVariables: { GREETING: '你好' } },
    ],
  }),
  'functions/login/index.js': `${SDK}
    exports.main = async (event, context) => {
      console.log('login by', event.userInfo.openId);
      const { OPENID, SOURCE, ENV } = cloud.getWXContext();
      return { event, OPENID, SOURCE, ENV, name: context.function_name };
    };`,
  'functions/login/package.json': '{"name":"login","dependencies":{"wx-server-sdk":"~2.6.3"}}',
  'functions/chain/index.js': `${SDK}
    exports.main = ({ name }) =>
      cloud.callFunction({ name, data: {} }).then(({ result }) => result, ({ errCode, errMsg }) => ({ errCode, errMsg }));`,
  'functions/whoCalls/index.js': `${SDK} exports.main = () => cloud.getWXContext();`,
  'functions/notPermitted/index.js': `${SDK}
    exports.main = () => cloud.openapi.subscribeMessage.send({}).catch(({ errCode }) => ({ errCode }));`,
  'functions/unknownApi/index.js': `${SDK}
    exports.main = () => cloud.openapi.noSuch.api({}).catch(({ errCode }) => ({ errCode }));`,
  'functions/unknownApi/config.json': '{"permissions":{"openapi":["noSuch.api"]}}',
  'functions/broken/index.js': "exports.main = async () => { throw new Error('boom'); };",
  'functions/hang/index.js': 'exports.main = () => new Promise(() => {});',
  'functions/spin/index.js': 'exports.main = () => { for (;;); };',
  'functions/alone/index.js': `
    let inside = 0;
    exports.main = async () => {
      const calls = ++inside;
      await new Promise((done) => setTimeout(done, 20));
      inside--;
      return calls;
    };`,
  'functions/environment/index.js': 'exports.main = () => process.env;',
  'functions/needy/index.js': "require('tcb-router');",
  'functions/old/index.js': `
    const cloud = require('wx-server-sdk');
    cloud.init();
    exports.main = async () => ({ openid: cloud.getWXContext().OPENID, version: require('wx-server-sdk/package.json').version });`,
  'functions/old/node_modules/wx-server-sdk/package.json': '{"version":"2.0.2"}',
  'functions/old/node_modules/wx-server-sdk/index.js':
    "throw new Error('it would ask tcb-admin.tencentyun.com');",
});
const emulator = runEmulator({ functions: join(project, 'functions') });

const callBody = (name: unknown, data?: unknown) =>
  emulator.request<{ error: { code: string; message: string; errCode?: number } }>(
    'POST',
    `/emulator/users/${LI_LEI}/call`,
    { name, data },
  );

describe("other people's functions", () => {
  it('run unmodified, with the caller that WeChat vouches for', async () => {
    const result = await emulator.call(LI_LEI, 'login', { a: 1, OPENID: HAN_MEI_MEI });

    expect(result).toEqual({
      event: { a: 1, OPENID: HAN_MEI_MEI, userInfo: { appId: 'wx0f1e2d3c4b5a6978', openId: LI_LEI } },
      OPENID: LI_LEI,
      SOURCE: 'wx_client',
      ENV: 'local-xinshi',
      name: 'login',
    });
  });

  it('call each other, and SOURCE tells the chain while OPENID stays', async () => {
    expect(await emulator.call(LI_LEI, 'chain', { name: 'whoCalls' })).toMatchObject({
      OPENID: LI_LEI,
      SOURCE: 'wx_client,scf',
    });
  });

  it('know the address of the mini-program as CLIENTIP', async () => {
    expect(await emulator.call(LI_LEI, 'whoCalls')).toMatchObject({ CLIENTIP: '127.0.0.1' });
  });

  it('get the failure of a function that they call', async () => {
    // wx-server-sdk 4.0.2 gives -1 here whatever the gateway's code is: it no longer sets throwOnCode to false.
    expect(await emulator.call(LI_LEI, 'chain', { name: 'broken' })).toEqual({
      errCode: -1,
      errMsg: expect.stringMatching(/^callFunction:fail Error: boom/),
    });
    expect(await emulator.call(LI_LEI, 'chain', { name: 'nowhere' })).toMatchObject({
      errMsg: expect.stringContaining('there is no function "nowhere"'),
    });
  });

  it('are refused an API that their config.json does not list with -604101', async () => {
    expect(await emulator.call(LI_LEI, 'notPermitted')).toEqual({ errCode: -604101 });
  });

  it('are told of an API that does not exist with -604100', async () => {
    expect(await emulator.call(LI_LEI, 'unknownApi')).toEqual({ errCode: -604100 });
  });

  it('have what they print kept with the call that printed it', async () => {
    await emulator.call(LI_LEI, 'login');

    const [call] = await emulator.get<CallRecord[]>('/emulator/calls?limit=1');
    const [log] = await emulator.get<LogRecord[]>('/emulator/logs?limit=1');
    expect(call).toMatchObject({ kind: 'function', name: 'login', openid: LI_LEI, source: 'wx_client' });
    expect(log).toMatchObject({
      functionName: 'login',
      text: `login by ${LI_LEI}`,
      requestId: call?.requestId,
    });
  });

  it('that brought a wx-server-sdk from before 2.1 run with the installed one, which is said in the log', async () => {
    expect(await emulator.call(LI_LEI, 'old')).toEqual({ openid: LI_LEI, version: '2.0.2' });

    const [log] = await emulator.get<LogRecord[]>('/emulator/logs?limit=1');
    expect(log).toMatchObject({
      functionName: 'old',
      text: expect.stringMatching(/^wx-server-sdk 4\S+ is used in the place of 2\.0\.2/),
    });
  });

  it('that need a library which is not there are told how to install it', async () => {
    const { body } = await callBody('needy');
    expect(body.error.message).toMatch(/^Error: Cannot find module 'tcb-router'/);
    expect(body.error.message).toContain(`npm install in ${join(project, 'functions/needy')}`);
  });

  it('get the variables of cloudbaserc.json, in UTC, and nothing of the shell', async () => {
    const variables = await emulator.call<Record<string, string>>(LI_LEI, 'environment');

    expect(variables).toMatchObject({
      GREETING: '你好',
      TZ: 'UTC',
      TENCENTCLOUD_RUNENV: 'SCF',
      TCB_ENV: 'local-xinshi',
    });
    expect(Object.keys(variables)).not.toContain('HOME');
  });

  it('serve one call at a time in each instance', async () => {
    const together = Array.from({ length: 20 }, () => emulator.call<number>(LI_LEI, 'alone'));

    expect(new Set(await Promise.all(together))).toEqual(new Set([1]));
  });

  it('run new code without a restart', async () => {
    expect(await callBody('late')).toMatchObject({ status: 404 });
    addFiles(project, { 'functions/late/index.js': 'exports.main = () => 1;' });
    expect(await emulator.call(LI_LEI, 'late')).toBe(1);
    addFiles(project, { 'functions/late/index.js': 'exports.main = () => "other code";' });
    expect(await emulator.call(LI_LEI, 'late')).toBe('other code');
  });
});

describe('a call that goes wrong', () => {
  it('of a function that does not exist is answered 404 with -501000', async () => {
    for (const name of ['nowhere', '../login', 'login/../login', 'shared']) {
      expect(await callBody(name)).toMatchObject({
        status: 404,
        body: { error: { code: 'FUNCTION_NOT_FOUND', errCode: -501000 } },
      });
    }
  });

  it('with an exception is answered 500 with -504002 and the stack, which is in the log too', async () => {
    const { status, body } = await callBody('broken');

    expect({ status, ...body.error }).toMatchObject({
      status: 500,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errCode: -504002,
    });
    expect(body.error.message).toMatch(/^Error: boom\n\s+at /);
    const [log] = await emulator.get<LogRecord[]>('/emulator/logs?limit=1');
    expect(log).toMatchObject({ level: 'error', text: body.error.message });
  });

  it('that never returns is ended at the time limit, and the next call is served', async () => {
    for (const name of ['hang', 'spin']) {
      expect(await callBody(name)).toEqual({
        status: 504,
        body: {
          error: {
            code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
            errCode: -504003,
            message: 'Invoking task timed out after 1 seconds',
            requestID: expect.any(String),
          },
        },
      });
    }
    expect(await emulator.call(LI_LEI, 'whoCalls')).toMatchObject({ OPENID: LI_LEI });
  });

  it('without a name, with data that is no object, or by no openid is answered 400', async () => {
    expect(await callBody('')).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
    expect(await callBody('login', [1])).toMatchObject({ status: 400 });
    expect(await emulator.request('POST', '/emulator/users/me/call', { name: 'login' })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_OPENID' } },
    });
  });
});
