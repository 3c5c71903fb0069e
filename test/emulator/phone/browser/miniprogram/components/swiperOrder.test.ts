import {
  nextInTurn,
  shownAs,
  stepsAway,
} from '../../../../../../scripts/emulator/phone/browser/miniprogram/components/swiperOrder';

const line = { count: 3, circular: false, together: 1 };
const ring = { ...line, circular: true };

describe('the items of a swiper', () => {
  it('end with the last, or begin again', () => {
    expect(shownAs(5, line)).toBe(2);
    expect(shownAs(2, { ...line, together: 2 })).toBe(1);
    expect([shownAs(3, ring), shownAs(-1, ring)]).toEqual([0, 2]);
    expect(shownAs(1, { ...line, count: 0 })).toBe(0);
  });

  it('begin again with autoplay, also where they are not circular', () => {
    expect([nextInTurn(0, line), nextInTurn(2, line), nextInTurn(2, ring)]).toEqual([1, 0, 0]);
  });

  it('lie on both sides of the one that shows, where they are circular', () => {
    expect([0, 1, 2].map((index) => stepsAway(index, 0, ring, 0))).toEqual([0, 1, -1]);
    expect([0, 1, 2].map((index) => stepsAway(index, 2, line, 0))).toEqual([-2, -1, 0]);
  });

  it('come, when they are two, from where the finger pulls', () => {
    const two = { ...ring, count: 2 };
    expect(stepsAway(1, 0, two, -5)).toBe(1);
    expect(stepsAway(1, 0, two, 5)).toBe(-1);
  });
});
