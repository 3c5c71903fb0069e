/** What the types let pass: `npm run check` tells. What sending does is told in test/e2e. */
import type { Message } from '../../../../cloudfunctions/shared/delivery/subscribeMessage';
import type { Input } from '../../../../cloudfunctions/subscribeSend/contract';

describe('Message', () => {
  it('lets only the fields of the template that is named compile', () => {
    const right: Message<'orderShipped'> = {
      to: 'o1',
      data: { orderNo: 'XS1', product: '咖啡豆', shippedAt: '2026年11月23日', note: '请留意' },
    };
    const wrong: Message<'orderShipped'> = {
      to: 'o1',
      // @ts-expect-error orderNumber is not a field of orderShipped
      data: { orderNumber: 'XS1', product: '咖啡豆', shippedAt: '2026年11月23日', note: '请留意' },
    };
    expect([right, wrong]).toHaveLength(2);
  });

  it('lets only values of the field’s kind compile', () => {
    const data = { orderNo: 'XS1', product: '咖啡豆', note: '请留意' };
    const right: Message<'orderShipped'> = { to: 'o1', data: { ...data, shippedAt: new Date() } };
    // @ts-expect-error a date is not an amount
    const wrong: Message<'orderShipped'> = { to: 'o1', data: { ...data, shippedAt: { fen: 5 } } };
    expect([right, wrong]).toHaveLength(2);
  });
});

describe('Input', () => {
  it('types a call from the mini-program by its template, and lets any id pass with WeChat’s keys', () => {
    const byName: Input<'shuttleArriving'> = {
      template: 'shuttleArriving',
      data: { line: '3 号线', at: '15:01', status: '到站' },
    };
    const byId: Input = { template: 'zun-LzcQyW-edafCVvzPkK4de2Rllr1fFpw2A_x0oXE', data: { thing1: 'x' } };
    // @ts-expect-error status is missing
    const wrong: Input<'shuttleArriving'>['data'] = { line: '3 号线', at: '15:01' };
    expect([byName, byId, wrong]).toHaveLength(3);
  });
});
