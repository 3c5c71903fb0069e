import { rules } from '../../../../cloudfunctions/shared/conversation/rules';
import { markupOf } from '../../../../cloudfunctions/shared/conversation/text';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

describe('the rules of this project', () => {
  it('have names that are told apart, and that a field of the database can have', () => {
    const names = rules.replies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*$/i);
  });

  it('have office hours that are times', () => {
    expect(rules.officeHours.from).toMatch(TIME);
    expect(rules.officeHours.to).toMatch(TIME);
  });

  it('say nothing that WeChat would refuse as too long', () => {
    const messages = [...rules.replies.flatMap(({ reply }) => reply), ...rules.handOver.reply];
    for (const message of messages) {
      if (message.msgtype !== 'text') continue;
      const { content } = message;
      const words = typeof content === 'string' ? content : markupOf(content, 'wx0123456789abcdef');
      expect(Buffer.byteLength(words)).toBeLessThanOrEqual(2_048);
    }
  });
});
