/** Why the mini-program does not run: its mistakes, with file and place. */
import type { SourceError } from '../../program';
import './sourceErrors.css';

export function SourceErrors({ errors }: { errors: SourceError[] }) {
  return (
    <div class="source-errors" role="alert">
      <h2>小程序无法运行</h2>
      <p>改好并保存后，这里会自动刷新。</p>
      {errors.map((error) => (
        <article key={placeOf(error)}>
          <code class="place">{placeOf(error)}</code>
          <p class="message">{error.message}</p>
          {error.excerpt && <pre>{error.excerpt.trim()}</pre>}
        </article>
      ))}
    </div>
  );
}

const placeOf = ({ file, line, column }: SourceError) =>
  [file, line, column].filter((part) => part !== undefined).join(':');
