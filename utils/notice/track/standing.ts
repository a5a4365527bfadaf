import type { Delivery, DeliveryType } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import type { NEXT_STEP } from '../../i18n/catalog/deadline-words.ts';
import { withdrawnOf } from './history.ts';

/** Answers after which a notice has not got through: it came back, was pointed elsewhere or was called deficient. */
type Turned = keyof typeof NEXT_STEP;
const TURNED: readonly DeliveryType[] = ['bounced', 'redirected', 'deficient'] satisfies readonly Turned[];

/** What shows that the recipient dealt with the notice after all. */
const ACTED: readonly DeliveryType[] = ['forwarded', 'removed'];

/** What still runs of a case's notices. */
export interface Standing {
  /** Whether what follows from an event still counts. */
  readonly runs: (notice: Notice, delivery: Delivery) => boolean;
  /** What has to be done about an answer that turned the notice away, until it is done. */
  readonly nextStep: (notice: Notice, delivery: Delivery) => Turned | null;
}

/**
 * Nothing runs from a notice that was taken back. From one that was corrected, and from a sending that came back, was
 * pointed elsewhere or was called deficient, nothing runs that counts from the sending; what the other side did since
 * (a counter-notice, a refusal) still does.
 */
export function standingOf(notices: readonly Notice[], deliveries: readonly Delivery[]): Standing {
  const withdrawn = withdrawnOf(notices);
  const replaced = new Set(notices.flatMap(({ content: { supersedes } }) => supersedes ?? []));
  const byNotice = Map.groupBy(
    deliveries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ({ noticeId }) => noticeId,
  );
  const after = ({ noticeId, at, id }: Delivery) => {
    const all = byNotice.get(noticeId) ?? [];
    const start = Date.parse(at);
    const from = all.findIndex((one) => one.id === id);
    return all.filter((one, index) => index > from && Date.parse(one.at) >= start);
  };
  const over = ({ id }: Notice) => withdrawn.has(id) || replaced.has(id);
  return {
    runs: (notice, delivery) => {
      if (withdrawn.has(notice.id)) return false;
      if (delivery.type !== 'sent') return true;
      return (
        !replaced.has(notice.id) && !turnedAway(delivery, after(delivery), byNotice.get(notice.id) ?? [])
      );
    },
    nextStep: (notice, delivery) => {
      if (!isTurned(delivery.type) || over(notice)) return null;
      const later = after(delivery);
      if (later.some(({ type }) => type === 'sent' || ACTED.includes(type) || isTurned(type))) return null;
      return notices.some((other) => isAgain(other, notice, delivery)) ? null : delivery.type;
    },
  };
}

/** Whether an answer turned the notice away. */
export function isTurned(type: DeliveryType): type is Turned {
  return TURNED.includes(type);
}

/** Whether a sending was turned away since: by an answer from its channel, or by one from none that it was sent to. */
function turnedAway(sent: Delivery, later: readonly Delivery[], all: readonly Delivery[]): boolean {
  if (later.some(({ type }) => ACTED.includes(type))) return false;
  const channels = new Set(all.filter(({ type }) => type === 'sent').map(({ channel }) => channel));
  return later.some(
    ({ type, channel }) => isTurned(type) && (channel === sent.channel || !channels.has(channel)),
  );
}

/** Whether a notice was made out since to the same recipient about the same matter. */
function isAgain(other: Notice, { id, content }: Notice, { at }: Delivery): boolean {
  return (
    other.id !== id &&
    other.content.matterId === content.matterId &&
    other.content.provider.id === content.provider.id &&
    Date.parse(other.finalisedAt) >= Date.parse(at)
  );
}
