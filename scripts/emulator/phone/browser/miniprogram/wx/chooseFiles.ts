/** The browser's own dialog for files, in the place of the phone's album and camera. */
import { keepTemporaryFile } from '../files';

export interface ChosenFile {
  /** As WeChat gives it: `wxfile://tmp/…`. */
  path: string;
  file: File;
}

/** @returns none when the user cancelled */
export function chooseFiles({ accept, count }: { accept: string; count: number }): Promise<ChosenFile[]> {
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
