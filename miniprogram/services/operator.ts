/** Whether the one who holds the phone is an operator: kept while the mini-program runs, until it is asked anew. */
import { callFunction } from './cloud';

export interface Me {
  openid: string;
  operator: boolean;
}

let asked: Promise<Me | undefined> | undefined;

/**
 * What is shown follows from it, not what is allowed: each function decides by itself.
 * @returns undefined when the cloud cannot be asked; the next call asks again
 */
export function whoAmI(): Promise<Me | undefined> {
  return asked ?? askWhoAmI();
}

/** Asks the cloud in any case: somebody may have become an operator meanwhile. */
export function askWhoAmI(): Promise<Me | undefined> {
  asked = callFunction('whoAmI', {}).then((answer) => {
    if (answer.ok) return answer.data;
    asked = undefined;
    return undefined;
  });
  return asked;
}
