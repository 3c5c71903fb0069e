import { inOrder } from '../../../../../scripts/emulator/phone/browser/shell/inOrder';

/** As many questions; each is answered with its own number. */
function asking(count: number) {
  const shown: number[] = [];
  const show = inOrder((answer: number) => shown.push(answer));
  const questions = Array.from({ length: count }, (_, index) => {
    const end = { answer: () => {}, refuse: () => {} };
    const shows = show(
      new Promise((resolve, reject) => {
        end.answer = () => resolve(index);
        end.refuse = () => reject(new Error('refused'));
      }),
    );
    return { ...end, shows };
  });
  const answer = async (index: number) => {
    questions[index]?.answer();
    await questions[index]?.shows;
  };
  const refuse = async (index: number) => {
    questions[index]?.refuse();
    await expect(questions[index]?.shows).rejects.toThrow('refused');
  };
  return { shown, answer, refuse };
}

describe('inOrder', () => {
  it('shows answers that come in the order of their questions', async () => {
    const { shown, answer } = asking(2);
    await answer(0);
    await answer(1);
    expect(shown).toEqual([0, 1]);
  });

  it('drops an answer that comes after that to a later question', async () => {
    const { shown, answer } = asking(3);
    await answer(1);
    await answer(0);
    await answer(2);
    expect(shown).toEqual([1, 2]);
  });

  it('shows an earlier answer when there is none to a later question', async () => {
    const { shown, answer, refuse } = asking(2);
    await refuse(1);
    await answer(0);
    expect(shown).toEqual([0]);
  });
});
