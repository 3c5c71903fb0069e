/** What a button's `open-type` opens (WeChat's documentation: component/button). */
import type { GeneralComponent } from 'glass-easel';

/** What the button says beside its `open-type`. */
export interface ContactRequest {
  sessionFrom: string;
  /** The card of `show-message-card`; undefined when none is offered. */
  card: { title: string; path: string; image: string } | undefined;
}

export interface ChosenAvatar {
  avatarUrl: string;
}

/** What the phone does for each; each answer becomes the event of the same name. */
export interface OpenTypes {
  contact(request: ContactRequest): Promise<{ path: string; query: Record<string, string> }>;
  openSetting(): Promise<object>;
  getUserInfo(): Promise<object>;
  chooseAvatar(): Promise<ChosenAvatar>;
  share(button: GeneralComponent): void;
  /** Where the page on top is, for a card without a path. */
  currentPage(): { url: string; title: string };
}

interface ContactData {
  openType: string;
  sessionFrom: string;
  sendMessageTitle: string;
  sendMessagePath: string;
  sendMessageImg: string;
  showMessageCard: boolean;
}

/** Kinds that WeChat answers with the user's data or another app's: an emulator has none, and answers as a refusal. */
const REFUSED: Record<string, string> = {
  getPhoneNumber: 'getphonenumber',
  getRealtimePhoneNumber: 'getrealtimephonenumber',
  phoneOneClickLogin: 'phoneoneclicklogin',
  launchApp: 'error',
  feedback: '',
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  createliveactivity: 'createliveactivity',
};

/** What `errMsg` begins with where it is not the `open-type`. */
const ERR_MSG: Record<string, string> = { contact: 'enterContact' };

/** Observed: pages compare `errMsg` with `getPhoneNumber:fail user deny`. */
const REFUSAL: Record<string, string> = { getPhoneNumber: 'user deny' };

export function openByType(openTypes: OpenTypes, button: GeneralComponent): void {
  const data = button.data as unknown as ContactData;
  const kind = data.openType.split('|')[0] ?? '';
  const name = ERR_MSG[kind] ?? kind;
  const answer = (event: string, outcome: Promise<object>) => {
    outcome.then(
      (detail) => button.triggerEvent(event, { errMsg: `${name}:ok`, ...detail }),
      (failure: unknown) => button.triggerEvent(event, { errMsg: `${name}:fail ${String(failure)}` }),
    );
  };
  if (kind === 'contact') answer('contact', openTypes.contact(contactRequest(data, openTypes)));
  else if (kind === 'openSetting') answer('opensetting', openTypes.openSetting());
  else if (kind === 'getUserInfo') answer('getuserinfo', openTypes.getUserInfo());
  else if (kind === 'chooseAvatar') answer('chooseavatar', openTypes.chooseAvatar());
  else if (kind === 'share') openTypes.share(button);
  else if (Object.hasOwn(REFUSED, kind)) {
    // One that WeChat does not know either does nothing, as those that libraries pass on from a link.
    console.warn(`<button open-type="${data.openType}">: the emulator cannot do what WeChat does here`);
    const event = REFUSED[kind];
    if (event) answer(event, Promise.reject(REFUSAL[kind] ?? 'the emulator has no such data'));
  }
}

/** Title and path default to the page's own: component/button. */
function contactRequest(data: ContactData, openTypes: OpenTypes): ContactRequest {
  const page = openTypes.currentPage();
  const card = {
    title: data.sendMessageTitle || page.title,
    path: data.sendMessagePath || page.url,
    image: data.sendMessageImg,
  };
  return { sessionFrom: data.sessionFrom, card: data.showMessageCard ? card : undefined };
}
