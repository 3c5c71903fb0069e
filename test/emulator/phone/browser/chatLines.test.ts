import type { ChatMessage, DeskConversation } from '../../../../scripts/emulator/contract';
import { chatLines, showsTime } from '../../../../scripts/emulator/phone/browser/shell/chatLines';

const MINUTE = 60_000;

const said = (content: string, at: number): ChatMessage => ({
  msgtype: 'text',
  content,
  at,
  id: content,
  openid: 'o',
  from: 'user',
});

const wordsOf = (messages: ChatMessage[], handedOver?: Partial<DeskConversation>) =>
  chatLines(messages, handedOver as DeskConversation | undefined).map((line) =>
    line.kind === 'system' ? line.text : line.message.id,
  );

describe('the lines of a chat', () => {
  it('are what was said, while the conversation is the mini-program’s', () => {
    expect(wordsOf([said('在吗', 1), said('请讲', 2)])).toEqual(['在吗', '请讲']);
  });

  it('have the hand-over after the message that led to it, and before what is said later', () => {
    const lines = wordsOf([said('转人工', 10), said('有人吗', 30)], { handedOverAt: 10 });
    expect(lines).toEqual(['转人工', '已转接人工客服，正在等待接入', '有人吗']);
  });

  it('say when an agent has come', () => {
    const lines = wordsOf([said('转人工', 10), said('有人吗', 30), said('我是客服', 50)], {
      handedOverAt: 11,
      takenAt: 40,
    });
    expect(lines).toEqual(['转人工', '已转接人工客服', '有人吗', '人工客服已接入', '我是客服']);
  });

  it('show the time over the first, and after more than five minutes', () => {
    const lines = chatLines([said('1', 0), said('2', 5 * MINUTE), said('3', 11 * MINUTE)], undefined);
    expect(lines.map((line, index) => showsTime(line, lines[index - 1]))).toEqual([true, false, true]);
  });
});
