import { createDatabase } from '../../../scripts/emulator/database/database';
import { CALLS, isKnown, namesNear } from '../../../scripts/emulator/faults/places';
import { createWorld } from '../wechat/world';

const of = (...groups: string[]) => CALLS.filter((call) => groups.includes(call.split('.')[0] ?? ''));

describe('the calls that faults can strike', () => {
  it("are WeChat's APIs", () => {
    const { wechat } = createWorld();
    const names = of('subscribeMessage', 'uniformMessage', 'customerServiceMessage');

    expect(names).toHaveLength(12);
    for (const name of names) expect(wechat.callApi(name, new Map()).kind).not.toBe('noSuchApi');
  });

  it("are the database's actions", () => {
    const database = createDatabase(createWorld());

    const refusal = (name: string) => {
      try {
        return { code: database.handle(name, {}) && 'none' };
      } catch (error) {
        return error;
      }
    };

    for (const name of of('database')) expect(refusal(name)).not.toMatchObject({ code: 'INVALID_ACTION' });
  });

  it('can be named one by one or as a group, and nothing else can', () => {
    expect(['subscribeMessage.send', 'database', 'getAccessToken'].map(isKnown)).toEqual([true, true, true]);
    expect(['subscribeMessage.sendd', 'getAccessToken.x', 'toString', 'push.'].map(isKnown)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(namesNear('storage.delete')).toContain('storage.batchDeleteFile');
  });
});
