import { soon } from '../../components/notices/soon.ts';
import type { TypedRepository } from '../../utils/store/typed-repository.ts';

/** One form with what was typed into it before and not saved. `kept` is null where there is nothing; else of the form's own shape, since the key names the form and nothing else writes there. */
export interface TypedForm {
  readonly kept: unknown;
  /** Takes every state of the form, also the one it starts with; what equals that is not kept. */
  keep(draft: unknown): void;
  /** After saving or discarding: nothing is kept any more, and what comes later is not. */
  forget(): Promise<void>;
  /** The form is left: what is still to be kept is kept at once. */
  close(): void;
}

/**
 * Opens what is kept of a form.
 *
 * @param form which form, of which case and row
 * @param onfailure what was typed could not be kept; the form goes on without
 */
export async function openTyped(
  typed: TypedRepository,
  form: string,
  onfailure: (error: unknown) => void,
): Promise<TypedForm> {
  const kept = await typed.read(form);
  let start: string | undefined = kept === null ? undefined : '';
  let latest: unknown = null;
  let over = false;
  const writing = soon(() => {
    if (over) return;
    const done = latest === null ? typed.forget(form) : typed.keep(form, latest);
    done.catch(onfailure);
  });
  return {
    kept,
    keep(draft) {
      const text = JSON.stringify(draft);
      if (start === undefined) {
        start = text;
        return;
      }
      latest = text === start ? null : draft;
      writing.later();
    },
    async forget() {
      over = true;
      await typed.forget(form);
    },
    close: writing.now,
  };
}
