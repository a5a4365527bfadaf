import type { ExportChoices } from '../../utils/case/export-choices.ts';

/** What stands in the fields of the export's options. */
export interface ExportForm {
  readonly cut: 'one' | 'mail' | 'other';
  readonly megabytes: string;
  readonly encryption: 'none' | 'passphrase' | 'recipients';
  readonly passphrase: string;
  readonly again: string;
  readonly recipients: string;
  readonly caseUco: boolean;
  readonly pdf: boolean;
}

/** The fields of a fresh page. */
export const EMPTY_EXPORT_FORM: ExportForm = {
  cut: 'one',
  megabytes: '100',
  encryption: 'none',
  passphrase: '',
  again: '',
  recipients: '',
  caseUco: false,
  pdf: true,
};

/** What is wrong with the fields; `key` names the one that is no key. */
export type ExportProblem =
  | { readonly field: 'volumes' }
  | { readonly field: 'passphrase'; readonly why: 'short' | 'differs' }
  | { readonly field: 'recipients'; readonly key: string };

/** What most mail servers take as an attachment, after mail has made it a third larger. */
const MAIL_BYTES = 20_000_000;
/** As `utils/bundle/write-volumes.ts` and `utils/integrity/age.ts` have them. */
const SMALLEST_MEGABYTES = 2;
const SHORTEST_PASSPHRASE = 12;
/** A public key of age: Bech32 with the prefix `age`, the post-quantum ones are longer. */
const RECIPIENT = /^age1[a-z0-9]{50,}$/;

/** The choices that the fields make, or what is wrong with them. */
export function choicesOf(
  form: ExportForm,
): { readonly choices: Omit<ExportChoices, 'audience'> } | { readonly problem: ExportProblem } {
  const megabytes = Number(form.megabytes);
  if (form.cut === 'other' && !(megabytes >= SMALLEST_MEGABYTES && megabytes < 1_000_000)) {
    return { problem: { field: 'volumes' } };
  }
  const encryption = encryptionOf(form);
  if ('problem' in encryption) return encryption;
  const volumeBytes = { one: null, mail: MAIL_BYTES, other: Math.floor(megabytes * 1_000_000) }[form.cut];
  return {
    choices: {
      ...(volumeBytes === null ? {} : { volumeBytes }),
      ...encryption,
      ...(form.caseUco ? { withCaseUco: true } : {}),
      ...(form.pdf ? {} : { withoutPdf: true }),
    },
  };
}

function encryptionOf({
  encryption,
  passphrase,
  again,
  recipients,
}: ExportForm): Pick<ExportChoices, 'encryptTo'> | { readonly problem: ExportProblem } {
  if (encryption === 'none') return {};
  if (encryption === 'passphrase') {
    if ([...passphrase].length < SHORTEST_PASSPHRASE) {
      return { problem: { field: 'passphrase', why: 'short' } };
    }
    if (passphrase !== again) return { problem: { field: 'passphrase', why: 'differs' } };
    return { encryptTo: { kind: 'passphrase', passphrase } };
  }
  const keys = recipients.split(/\s+/).filter(Boolean);
  const wrong = keys.find((key) => !RECIPIENT.test(key));
  if (wrong !== undefined || keys.length === 0) {
    // A secret key pasted by mistake is not shown back.
    const key = /^AGE-SECRET/i.test(wrong ?? '') ? 'AGE-SECRET-KEY-…' : (wrong ?? '').slice(0, 80);
    return { problem: { field: 'recipients', key } };
  }
  return { encryptTo: { kind: 'recipients', recipients: keys } };
}
