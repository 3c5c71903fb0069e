/** Where the phone is (WeChat's documentation: api/location): where the browser says, or where the user says. */
import type { PhoneHost } from '../../host';
import { WxFailure, wxCall } from './call';
import type { WxParts } from './parts';

interface Place {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

/** Tencent's tower in Shenzhen: what is offered where the browser does not know. */
const SUGGESTION = '22.54031,113.93452';

export function locationApi({ host }: WxParts) {
  let told: ReturnType<typeof askFor> | undefined;
  /** Asked once, as WeChat asks once whether it may tell: mini-programs look where they are on every page. */
  const askOnce = () => {
    told ??= askFor(host, '模拟器不知道手机在哪里。请输入纬度,经度：').catch((refusal: unknown) => {
      told = undefined;
      throw refusal;
    });
    return told;
  };
  const locate = async () => {
    const place = (await fromBrowser()) ?? (await askOnce());
    return {
      ...place,
      speed: -1,
      accuracy: 65,
      altitude: 0,
      verticalAccuracy: 65,
      horizontalAccuracy: 65,
    };
  };
  const choose = async () => {
    const { latitude, longitude } = await askFor(host, '模拟器没有地图。请输入纬度,经度：');
    return { name: '选择的位置', address: `${latitude}, ${longitude}`, latitude, longitude };
  };
  return {
    getLocation: wxCall('getLocation', locate),
    getFuzzyLocation: wxCall('getFuzzyLocation', async () => {
      const { latitude, longitude } = await locate();
      return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
    }),
    chooseLocation: wxCall('chooseLocation', choose),
    choosePoi: wxCall('choosePoi', async () => ({ type: 2, ...(await choose()) })),
    openLocation: wxCall(
      'openLocation',
      async ({ latitude, longitude, name = '位置', address = '' }: Place) => {
        await host.showModal({
          title: name,
          content: [address, `${latitude}, ${longitude}`, '模拟器没有地图'].filter(Boolean).join('\n'),
          confirmText: '知道了',
        });
      },
    ),
  };
}

/** @returns undefined where the browser has no place, or its user does not tell it */
function fromBrowser(): Promise<{ latitude: number; longitude: number } | undefined> {
  return new Promise((resolve) => {
    if (navigator.geolocation === undefined) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(undefined),
      { timeout: 3000 },
    );
  });
}

async function askFor(host: PhoneHost, title: string): Promise<{ latitude: number; longitude: number }> {
  const { confirmed, content } = await host.showModal({
    title,
    content: SUGGESTION,
    confirmText: '确定',
    cancelText: '取消',
    editable: true,
    placeholderText: SUGGESTION,
  });
  if (!confirmed) throw new WxFailure('cancel');
  const [latitude = Number.NaN, longitude = Number.NaN] = content.split(/[,，]\s*/).map(Number);
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude))
    throw new WxFailure('invalid latitude or longitude');
  return { latitude, longitude };
}
