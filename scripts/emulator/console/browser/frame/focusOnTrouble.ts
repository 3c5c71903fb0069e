/** Takes the keyboard to the first field that a form was refused for, which may be out of sight. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** @param trouble another one each time that the form is refused; what is undefined is none */
export function useFocusOnTrouble(form: RefObject<HTMLElement | null>, trouble: unknown): void {
  useEffect(() => {
    if (trouble !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [trouble]);
}
