/** A cloud function that answers when the test says so: one answer a question, in the order of asking. */
import { fakeWx } from './fakeWx';

export interface Question {
  data: object;
  /** With `{ ok: true, data }`. */
  answer(data: object): void;
  /** With `{ ok: false, error }`. */
  refuse(code: string): void;
}

/** @returns the questions, as they come */
export function heldFunction(): Question[] {
  const questions: Question[] = [];
  fakeWx({
    cloud: {
      callFunction: ({ data }) =>
        new Promise((resolve) => {
          questions.push({
            data,
            answer: (answered) => resolve({ result: { ok: true, data: answered } }),
            refuse: (code) => resolve({ result: { ok: false, error: { code } } }),
          });
        }),
    },
  });
  return questions;
}
