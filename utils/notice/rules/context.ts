import type { Delivery, Recheck } from '../../case/delivery.ts';
import type { Finding, FixPlace, Notice, NoticeContent } from '../../case/notice.ts';
import type { ElementName, Severity } from '../../case/regime.ts';
import type { Digest, Instant } from '../../case/values.ts';
import { citationFor, cited } from './citations.ts';
import type { FindingCode } from './citations.ts';

/** What the rules look at. Pure: time comes in as `now`, and nothing is fetched. */
export interface RuleContext {
  readonly content: NoticeContent;
  readonly now: Instant;
  /** Digest of the text as it would be signed now; null: not computed, so that it is not compared. */
  readonly textDigest: Digest | null;
  /** Characters of the plain text as the recipient would get it. */
  readonly textCharacters: number;
  /** Fields of the channel's web form whose text is longer than the form takes. */
  readonly shortenedFields: readonly string[];
  /** Fields the channel's web form requires and this notice leaves empty, by the form's own name for them. */
  readonly emptyFields: readonly { readonly id: string; readonly label: string }[];
  /** True where the matter has a notice or draft to somebody who holds the material. */
  readonly hostNamed?: boolean;
  /** Finalised notices of the case. */
  readonly notices: readonly Notice[];
  readonly deliveries: readonly Delivery[];
  readonly rechecks: readonly Recheck[];
}

/** A rule: looks and says what it found; an empty list means the element is there. */
export type Rule = (context: RuleContext) => readonly Finding[];

interface Found {
  readonly code: FindingCode;
  readonly fix: FixPlace;
  /** Lowers the element's own severity, never raises it. */
  readonly severity?: 'warn' | 'advise';
  readonly kind?: Finding['kind'];
  readonly citation?: string;
  readonly parameters?: Finding['parameters'];
}

const RANK: Readonly<Record<Severity, number>> = { block: 2, warn: 1, advise: 0 };

/** Makes a finding of an element's rule; none where the regime does not ask for the element. */
export function found(context: RuleContext, element: ElementName, what: Found): readonly Finding[] {
  const { regime } = context.content;
  const asked = regime.elements.find((one) => one.element === element);
  if (!asked) return [];
  const severity =
    what.severity && RANK[what.severity] < RANK[asked.severity] ? what.severity : asked.severity;
  return [
    {
      id: `${regime.id}.${element}`,
      element,
      severity,
      kind: what.kind ?? 'machine',
      code: what.code,
      parameters: what.parameters ?? {},
      ...cited(what.citation ?? citationFor(what.code, context) ?? asked.citation),
      fix: what.fix,
    },
  ];
}

/** Whether a text says anything at all. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Days, possibly fractional, from one time to another. */
export function daysBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
