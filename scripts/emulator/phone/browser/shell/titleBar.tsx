/** The title bar of WeChat's own screens. */
import { BackIcon } from './icons';

export function TitleBar({ title, onBack }: { title: string; onBack?: () => void }) {
  return (
    <header class="title-bar">
      {onBack && (
        <button type="button" class="bar-button" aria-label="返回" onClick={onBack}>
          <BackIcon />
        </button>
      )}
      <h1>{title}</h1>
    </header>
  );
}
