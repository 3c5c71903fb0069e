/** The phone's document: WeChat's screens, with the mini-program in a frame. */
import { render } from 'preact';
import { emulatorClient, followEvents } from '../emulatorClient';
import type { PhoneHost } from '../host';
import { Phone } from './phone';
import { createPhoneHost } from './phoneHost';
import { PhoneModel } from './phoneModel';
import './look.css';

declare global {
  interface Window {
    /** Where the mini-program's document finds the phone. */
    xinshiPhone?: PhoneHost;
  }
}

const root = document.getElementById('phone') as HTMLElement;
const model = new PhoneModel(emulatorClient, () => render(<Phone phone={model} />, root));
window.xinshiPhone = createPhoneHost(model);
// The phone itself is drawn at once, before the emulator has answered.
model.set({});
followEvents({
  onEvent: (event) => model.follow(event),
  onLost: () => model.set({ trouble: '连不上模拟器，正在重试…' }),
  onRegained: () => model.reload(),
});
void model.load(new URLSearchParams(window.location.search).get('user') ?? undefined);
