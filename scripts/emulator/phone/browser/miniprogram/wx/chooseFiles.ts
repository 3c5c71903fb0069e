/** The browser's own dialog for files, in the place of the phone's album and camera. */
import { keepTemporaryFile } from '../files';
import { WxFailure } from './call';

export interface ChosenFile {
  /** As WeChat gives it: `wxfile://tmp/…`. */
  path: string;
  file: File;
}

/**
 * @returns none when the user cancelled
 * @throws {WxFailure} when the user has touched nothing just before: the browser would open no dialog, and never say so
 */
export async function chooseFiles({
  accept,
  count,
}: {
  accept: string;
  count: number;
}): Promise<ChosenFile[]> {
  if (!navigator.userActivation.isActive)
    throw new WxFailure('a browser opens its dialog for files after a tap alone');
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = count > 1;
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      input.remove();
      const files = [...(input.files ?? [])].slice(0, count);
      resolve(files.map((file) => ({ path: keepTemporaryFile(file, file.name), file })));
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
