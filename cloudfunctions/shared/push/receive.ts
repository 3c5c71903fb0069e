/** Takes one push: handles it once, however often it comes, records it, and says what to answer. */
import { type AnswerPlan, carryOut, planAnswer } from '../conversation/incoming';
import { clock } from '../platform/clock';
import { inTransaction } from '../platform/database';
import { log } from '../platform/log';
import type { Answer } from './answer';
import { deadlineIn } from './deadline';
import { handledCollections, handlerOf } from './handlers';
import { type ConversationPush, isConversation, isMessage, type Push } from './push';
import { answerOf, type PushRecord, pushes, recordOf } from './pushRecord';
import type { Packet } from './wire/packet';

/**
 * WeChat waits 5 seconds for an answer (微信服务器在五秒内收不到响应会断掉连接), and CloudBase stops the function
 * after 5 (cloudbaserc.json). One second is for the way there and back, and for the start of an instance.
 */
const ANSWER_WITHIN_MS = 4_000;

/**
 * The answer leaves in time, whatever takes long: a push that is recorded by then is answered, and one that is not
 * fails, so that WeChat pushes it again. What is late is not waited for. In the cloud an instance may be frozen
 * once it has answered, so nothing counts on late work to be done.
 *
 * @throws when the push could not be recorded; the caller must let WeChat see it, so that it pushes again
 */
export async function receive(push: Push, packet: Packet): Promise<Answer> {
  const deadline = deadlineIn(ANSWER_WITHIN_MS);
  try {
    const record = await deadline.orThrow(recordOnce(push, packet));
    if (record.answer !== 'pending' || !isConversation(push)) return answerOf(record, push);
    const { answer, plan } = await deadline.or(decide(push, record), { answer: answerOf(record, push) });
    if (plan)
      await deadline.or(
        carryOut(push, plan, () => !deadline.passed()),
        undefined,
      );
    return answer;
  } finally {
    deadline.clear();
  }
}

/**
 * Nothing is lost and nothing is counted twice: what must happen once is written in the same transaction as
 * the push's record. An attempt that dies before the commit leaves nothing behind, and WeChat's next attempt
 * starts anew; one that dies after it has done everything. Of two attempts at the same time one commits, and
 * the other finds the record.
 */
async function recordOnce(push: Push, packet: Packet): Promise<PushRecord> {
  let record = recordOf(push, packet, clock.now());
  const known = await pushes.get(record._id);
  if (known !== undefined) {
    log.info('a push came again and was not handled again', { id: record._id });
    return known;
  }
  const handler = handlerOf(push);
  await handler.repeatably?.(push);
  await inTransaction([pushes, ...handledCollections], async (transaction) => {
    const other = await transaction.get(pushes, record._id);
    if (other !== undefined) {
      record = other;
      return;
    }
    await handler.once?.(push, transaction);
    await transaction.put(pushes, record);
  });
  return record;
}

/**
 * Asks the rules of the conversation, once for all repeats: whoever writes the answer into the record carries the
 * plan out, so two attempts at the same time send no two replies. An attempt that dies before that leaves it to
 * the next; one that dies after it has answered, and its replies may be missing, which is better than twice.
 */
async function decide(push: ConversationPush, record: PushRecord): Promise<Decision> {
  const plan = await planAnswer(push);
  // 只针对微信用户发来的消息才进行转发: an event is not handed over (WeChat's guide '转发客服消息').
  const answer = plan.handOver && isMessage(push) ? 'handOver' : 'success';
  const written = await pushes.update({ _id: record._id, answer: 'pending' }, { answer });
  if (written === 0) return { answer: answerOf((await pushes.get(record._id)) ?? record, push) };
  return { answer: answerOf({ ...record, answer }, push), plan };
}

interface Decision {
  answer: Answer;
  /** To be carried out; absent when another attempt does. */
  plan?: AnswerPlan;
}
