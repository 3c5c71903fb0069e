import { createAnimation } from '../../../../../../scripts/emulator/phone/browser/miniprogram/nodes/createAnimation';

type Chain = Record<string, (...parameters: unknown[]) => Chain> & {
  export(): { actions: { animates: object[]; option: { transition: object } }[] };
  option: { transition: { duration: number } };
};

const create = (options?: object) => createAnimation(options) as unknown as Chain;

describe('createAnimation', () => {
  it('exports steps in the fields that WeChat gives them', () => {
    const exported = create({ duration: 100 }).rotate?.(45)?.opacity?.(0)?.step?.({ delay: 5 }).export();
    expect(exported).toEqual({
      actions: [
        {
          animates: [
            { type: 'rotate', args: [45] },
            { type: 'style', args: ['opacity', 0] },
          ],
          option: {
            transformOrigin: '50% 50% 0',
            transition: { duration: 100, timingFunction: 'linear', delay: 5 },
          },
        },
      ],
    });
  });

  it('keeps what earlier steps have made of the element, also after an export', () => {
    const animation = create();
    animation.rotate?.(45)?.step?.().export();
    const { actions } = animation.translateX?.(9)?.step?.().export() ?? { actions: [] };
    expect(actions).toMatchObject([{ animates: [{ type: 'rotate' }, { type: 'translateX', args: [9] }] }]);
  });

  // iView's notice bar changes the duration of one that it keeps in its data.
  it('works as a copy, with the options of the copy', () => {
    const original = create({ duration: 100 });
    const copy = {
      ...original,
      option: { ...original.option, transition: { ...original.option.transition } },
    };
    copy.option.transition.duration = 0;
    const { actions } = (copy as Chain).translateX?.(1)?.step?.().export() ?? { actions: [] };
    expect(actions).toMatchObject([{ option: { transition: { duration: 0 } } }]);
    expect(original.option.transition.duration).toBe(100);
  });
});
