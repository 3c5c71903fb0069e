/** Answers to the same question, asked again and again: they may come in another order than they were asked for. */

/** @returns what shows an answer when it comes, unless that to a later question is shown; it fails as the answer does */
export function inOrder<Answer>(show: (answer: Answer) => void): (answer: Promise<Answer>) => Promise<void> {
  let asked = 0;
  let shown = 0;
  return async (answer) => {
    asked += 1;
    const own = asked;
    const given = await answer;
    if (own < shown) return;
    shown = own;
    show(given);
  };
}
