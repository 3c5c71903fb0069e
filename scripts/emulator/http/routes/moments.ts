/** `/emulator/moments`: when something ends or is due by itself, so that the clock can be moved there. */
import type { FastifyInstance } from 'fastify';
import type { Moment } from '../../contract';
import type { Timers } from '../../instances/timers/timers';
import type { Clock } from '../../state/clock';
import type { WeChat } from '../../wechat/wechat';

export function registerMoments(app: FastifyInstance, wechat: WeChat, timers: Timers, clock: Clock): void {
  app.get('/emulator/moments', async (): Promise<Moment[]> => {
    const due = await dueTimers(timers);
    const now = clock.now();
    const moments = [
      ...conversationMoments(wechat),
      ...handOverMoments(wechat),
      ...credentialMoments(wechat),
      ...due,
    ];
    return moments.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
  });
}

function conversationMoments({ users, chat }: WeChat): Moment[] {
  return users.list().flatMap(({ openid }): Moment[] => {
    const { allowance, typingEndsAt } = chat.read(openid);
    return [
      ...(allowance
        ? [{ kind: 'chatWindowEnds', at: allowance.endsAt, openid, remaining: allowance.remaining } as const]
        : []),
      ...(typingEndsAt === undefined ? [] : [{ kind: 'typingEnds', at: typingEndsAt, openid } as const]),
    ];
  });
}

const handOverMoments = ({ desk }: WeChat): Moment[] =>
  desk
    .list()
    .flatMap(({ openid, endsAt }) =>
      endsAt === undefined ? [] : [{ kind: 'handOverEnds', at: endsAt, openid }],
    );

const credentialMoments = ({ accessTokens, media }: WeChat): Moment[] => [
  ...accessTokens.ends().map(({ kind, at }): Moment => ({ kind: 'accessTokenEnds', at, token: kind })),
  ...media.ends().map(({ mediaId, at }): Moment => ({ kind: 'mediaExpires', at, mediaId })),
];

async function dueTimers(timers: Timers): Promise<Moment[]> {
  const all = await timers.list();
  return all.flatMap(({ functionName, trigger, nextAt }) =>
    nextAt === undefined ? [] : [{ kind: 'timerIsDue', at: nextAt, functionName, trigger }],
  );
}
