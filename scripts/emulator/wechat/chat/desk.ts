/** WeChat's own customer-service page: an agent takes users from the queue, talks with them and closes. */
import type { ChatMessage, DeskConversation, DeskReply } from '../../contract';
import { Refusal } from '../../refusal/refusal';
import type { Users } from '../users';
import type { Conversations } from './conversations';
import type { HandOver, HandOvers } from './handOvers';

export interface Desk {
  /** Who waits and who has been taken; those who have waited longest first. */
  list(): DeskConversation[];
  /** @throws {Refusal} 409 NOT_WAITING */
  take(openid: string): DeskConversation;
  /**
   * The agent's message reaches the user. It does not count against the mini-program's allowance, which limits the
   * API alone.
   * @throws {Refusal} 409 NOT_TAKEN; 400 or 413 for an image that is none or too large
   */
  reply(openid: string, reply: DeskReply): ChatMessage;
  /** The conversation goes back to the developer. @throws {Refusal} 409 NOT_TAKEN */
  close(openid: string): void;
}

interface Parts {
  users: Users;
  handOvers: HandOvers;
  conversations: Conversations;
}

export function createDesk({ users, handOvers, conversations }: Parts): Desk {
  function describe(handOver: HandOver): DeskConversation {
    const { openid, state, handedOverAt } = handOver;
    return {
      openid,
      nickname: users.require(openid).nickname,
      state,
      handedOverAt,
      ...(handOver.state === 'taken' && { takenAt: handOver.takenAt, endsAt: handOver.endsAt }),
      messages: conversations.read(openid).messages,
    };
  }
  function requireTaken(openid: string): void {
    if (handOvers.of(openid)?.state === 'taken') return;
    throw new Refusal(
      409,
      'NOT_TAKEN',
      'no agent has taken this user: take him first, or the 30 minutes are over',
    );
  }

  return {
    list: () => handOvers.list().map(describe),
    take(openid) {
      const waiting = handOvers.of(openid);
      if (waiting?.state !== 'waiting') {
        throw new Refusal(409, 'NOT_WAITING', 'this user does not wait for an agent');
      }
      return describe(handOvers.take(waiting));
    },
    reply(openid, reply) {
      requireTaken(openid);
      return conversations.replyByAgent(openid, reply);
    },
    close(openid) {
      requireTaken(openid);
      handOvers.end(openid);
    },
  };
}
