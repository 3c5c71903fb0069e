/** Which event the mini-program is handling, for what the console says of it. */
import { Event } from 'glass-easel';

/** @returns the type of the event, as long as its handlers run; from here on */
export function followHandling(): () => string {
  let type = '';
  const { callListener } = Event.prototype;
  Event.prototype.callListener = function (...call) {
    const outer = type;
    type = this.getEventName();
    try {
      callListener.apply(this, call);
    } finally {
      type = outer;
    }
  };
  return () => type;
}
