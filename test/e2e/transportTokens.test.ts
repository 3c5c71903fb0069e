import type { CallRecord, LogRecord, Template } from '../../scripts/emulator/contract';
import { newUser, runEmulator } from './runningEmulator';
import type { Call, Outcome } from './transportFunction';
import { transportProject } from './transportProject';

const { functions, build } = transportProject();
beforeAll(build);
const emulator = runEmulator({ functions });
afterEach(() => emulator.faults.clear());

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;
const advance = (advanceMs: number) => emulator.send('POST', '/emulator/clock', { advanceMs });

/** A call that WeChat refuses once it has taken the token: 40003. */
const nobody: Call = { do: 'typing', with: ['nobody', 'Typing'] };
const REFUSED_BY_API = [{ error: expect.objectContaining({ code: 'INVALID_OPENID' }), outcome: 'refused' }];
const REACHED_WECHAT = expect.arrayContaining(REFUSED_BY_API);

const call = (calls: Call[] = [nobody]) => emulator.call<Outcome[]>(newUser(), 'https', { calls });
/** At once, which takes as many instances of the function. */
const inParallel = (count: number) => Promise.all(Array.from({ length: count }, () => call()));

async function newestCallId(): Promise<number> {
  const calls = await emulator.get<CallRecord[]>('/emulator/calls');
  return Math.max(0, ...calls.map(({ id }) => Number(id)));
}
/** The requests for a token since then: whether each was with force_refresh. */
async function refreshesSince(id: number): Promise<boolean[]> {
  const calls = await emulator.get<CallRecord[]>('/emulator/calls');
  return calls
    .filter((record) => Number(record.id) > id && record.name === '/cgi-bin/stable_token')
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map(({ request }) => (request as { force_refresh: boolean }).force_refresh);
}

/** What another server with the secret does: gets the token in force, or ends it. */
async function stableToken(force_refresh: boolean): Promise<string> {
  const { appid, secret } = await emulator.get<{ appid: string; secret: string }>('/emulator/mini-program');
  const { body } = await emulator.request<{ access_token: string }>('POST', '/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid,
    secret,
    force_refresh,
  });
  return body.access_token;
}

/** As a developer does in the cloud console. */
async function changeDocument(change: object): Promise<void> {
  const path = '/emulator/database/xinshi_tokens';
  const { documents } = await emulator.send<{ documents: { _id: string }[] }>('POST', `${path}/query`, {});
  const [document] = documents;
  await emulator.send('PUT', `${path}/documents`, {
    id: document?._id,
    document: { ...document, ...change },
  });
}

/** Until the one instance that remembers a token has ended its call, while the others find none. */
async function untilOneHasEnded(since: number): Promise<void> {
  for (let look = 0; look < 500 && (await newestCallId()) === since; look += 1);
}

beforeEach(async () => {
  // Every test begins with a token that has expired, longer than force_refresh must be apart.
  await advance(3 * HOUR_MS);
});

describe('the access token', () => {
  it('is got once by twenty calls at the same time', async () => {
    const before = await newestCallId();
    expect(await inParallel(20)).toEqual(Array.from({ length: 20 }, () => REACHED_WECHAT));
    expect(await refreshesSince(before)).toEqual([false]);
  });

  it('is used until five minutes before its end, and by new instances too', async () => {
    await call();
    const before = await newestCallId();
    await advance(2 * HOUR_MS - 6 * 60 * SECOND_MS);
    await inParallel(3);
    expect(await refreshesSince(before)).toEqual([]);
    await advance(2 * 60 * SECOND_MS);
    expect(await inParallel(5)).toEqual(Array.from({ length: 5 }, () => REACHED_WECHAT));
    expect(await refreshesSince(before)).toEqual([false]);
  });

  it('that WeChat refuses is replaced by the newer one that WeChat has, and the call made again', async () => {
    await call();
    await stableToken(true);
    const before = await newestCallId();
    expect(await inParallel(20)).toEqual(Array.from({ length: 20 }, () => REACHED_WECHAT));
    expect(await refreshesSince(before)).toEqual([false]);
  });

  it.each([40001, 40014, 42001])(
    'that WeChat refuses with %i and still gives out is replaced by force, once, and no sooner again than after 30 seconds',
    async (errcode) => {
      await call();
      const strike = (times: number) =>
        emulator.faults.set({
          seed: 1,
          rules: [
            {
              api: 'customerServiceMessage.setTyping',
              kind: 'error',
              errcode,
              errmsg: 'refused for a test',
              share: 1,
              times,
            },
          ],
        });
      const before = await newestCallId();
      strike(1);
      expect(await call()).toEqual(REFUSED_BY_API);
      expect(await refreshesSince(before)).toEqual([false, true]);

      strike(1);
      expect(await call()).toEqual([
        {
          error: expect.objectContaining({ wechat: expect.objectContaining({ errCode: errcode }) }),
          outcome: 'refused',
        },
      ]);
      expect(await refreshesSince(before)).toEqual([false, true, false]);

      await advance(31 * SECOND_MS);
      strike(1);
      expect(await call()).toEqual(REFUSED_BY_API);
      expect(await refreshesSince(before)).toEqual([false, true, false, false, true]);
    },
  );

  it('is not replaced by force more than 20 times in 24 hours', async () => {
    await call();
    const { now } = await emulator.get<{ now: number }>('/emulator/clock');
    const strikeOnce = () =>
      emulator.faults.set({
        seed: 1,
        rules: [
          { api: 'customerServiceMessage.setTyping', kind: 'error', errcode: 42001, share: 1, times: 1 },
        ],
      });
    await changeDocument({ forcedAt: Array.from({ length: 20 }, (_, n) => now - (n + 1) * HOUR_MS) });
    const before = await newestCallId();
    strikeOnce();
    expect(await call()).toEqual([expect.objectContaining({ outcome: 'refused' })]);
    expect(await refreshesSince(before)).toEqual([false]);

    await changeDocument({ forcedAt: Array.from({ length: 20 }, (_, n) => now - (n + 5.5) * HOUR_MS) });
    strikeOnce();
    expect(await call()).toEqual(REFUSED_BY_API);
    expect(await refreshesSince(before)).toEqual([false, false, true]);
  });

  it('is not waited for beyond its time: the call was not made, and may be repeated', async () => {
    emulator.faults.set({
      seed: 1,
      rules: [{ api: 'getStableAccessToken', kind: 'noReply', workDone: true, share: 1, times: 1 }],
    });
    expect(await call()).toEqual([
      {
        error: expect.objectContaining({ code: 'ACCESS_TOKEN_UNAVAILABLE', retryable: true }),
        outcome: 'refused',
      },
    ]);
    expect(await call()).toEqual(REFUSED_BY_API);
  });

  it('is got by another instance once the lease of one that died has run out', async () => {
    await call();
    const { now } = await emulator.get<{ now: number }>('/emulator/clock');
    await changeDocument({ sealed: '', refreshAt: 0, leaseOwner: 'one that died', leaseUntil: now + 8_000 });
    const before = await newestCallId();
    // The instance that called above remembers its token: as many calls more take new ones.
    const waiting = inParallel(3);
    await untilOneHasEnded(before);
    expect(await refreshesSince(before)).toEqual([]);
    await advance(8 * SECOND_MS);
    expect(await waiting).toEqual([REACHED_WECHAT, REACHED_WECHAT, REACHED_WECHAT]);
    expect(await refreshesSince(before)).toEqual([false]);
  });

  it('is got by another instance at once when a clock that is wrong has leased it for hours', async () => {
    await call();
    const { now } = await emulator.get<{ now: number }>('/emulator/clock');
    await changeDocument({ sealed: '', refreshAt: 0, leaseOwner: 'ahead', leaseUntil: now + HOUR_MS });
    expect(await inParallel(2)).toEqual([REACHED_WECHAT, REACHED_WECHAT]);
  });

  it('that the database does not give leaves the call unmade, to be repeated', async () => {
    emulator.faults.set({
      seed: 1,
      rules: [
        {
          api: 'database',
          kind: 'cloudError',
          code: 'DATABASE_REQUEST_FAILED',
          message: 'boom',
          share: 1,
        },
      ],
    });
    expect(await call()).toEqual([
      {
        error: expect.objectContaining({
          code: 'ACCESS_TOKEN_UNAVAILABLE',
          retryable: true,
          message: expect.not.stringContaining('boom'),
        }),
        outcome: 'refused',
      },
    ]);
  });

  it('that somebody forged in the database is not used', async () => {
    await call();
    await changeDocument({ sealed: Buffer.from('{"token":"forged"}'.repeat(9)).toString('base64') });
    const before = await newestCallId();
    expect(await inParallel(3)).toEqual([REACHED_WECHAT, REACHED_WECHAT, REACHED_WECHAT]);
    expect(await refreshesSince(before)).toEqual([false]);
  });

  it('that WeChat does not give leaves the call unmade, with WeChat’s reason', async () => {
    emulator.faults.set({
      seed: 1,
      rules: [
        {
          api: 'getStableAccessToken',
          kind: 'error',
          errcode: 40164,
          errmsg: 'invalid ip 127.0.0.1, not in whitelist',
          share: 1,
        },
      ],
    });
    expect(await call()).toEqual([
      {
        error: expect.objectContaining({
          code: 'IP_NOT_WHITELISTED',
          hint: expect.stringContaining('IP 白名单'),
        }),
        outcome: 'refused',
      },
    ]);
  });

  it('appears in no answer, no log and no readable document, nor does the secret', async () => {
    const { secret } = await emulator.get<{ secret: string }>('/emulator/mini-program');
    const [template] = await emulator.get<Template[]>('/emulator/templates');
    const unknown: Call = {
      do: 'subscribe',
      with: [{ openid: 'nobody', tmplId: template?.tmplId ?? '', data: {} }],
    };
    const answers = [await call([nobody, unknown])];
    emulator.faults.set({
      seed: 1,
      rules: [{ api: 'customerServiceMessage.setTyping', kind: 'replyLost', share: 1 }],
    });
    answers.push(await call());
    const token = await stableToken(false);
    const logs = await emulator.get<LogRecord[]>('/emulator/logs');
    const documents = await emulator.send<unknown>('POST', '/emulator/database/xinshi_tokens/query', {});

    const everything = JSON.stringify([answers, logs, documents]);
    expect(everything).toContain('sealed');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(secret);
  });
});
