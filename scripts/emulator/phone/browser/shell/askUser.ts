/** What the user has to answer before the mini-program goes on. */
import type { PhoneState } from './phoneState';

interface Phone {
  readonly state: PhoneState;
  set(change: Partial<PhoneState>): void;
}

type Kind = 'subscribing' | 'modal' | 'actionSheet' | 'contact';

type Question<K extends Kind> = Omit<NonNullable<PhoneState[K]>, 'answer'>;

type Answer<K extends Kind> = Parameters<NonNullable<PhoneState[K]>['answer']>[0];

/**
 * Shows something until the user has answered it. Another of its kind that is asked meanwhile covers it until that is
 * answered: several dialogs lie one over another, as in WeChat on Android (blog.csdn.net/IT_iosers, 125151883).
 */
export function askUser<K extends Kind>(phone: Phone, kind: K, question: Question<K>): Promise<Answer<K>> {
  return new Promise((resolve) => {
    const { [kind]: covered } = phone.state;
    const answer = (given: Answer<K>) => {
      phone.set({ [kind]: covered });
      resolve(given);
    };
    phone.set({ [kind]: { ...question, answer } });
  });
}
