import type { Party } from '../../case/dispute.ts';
import type { ContactField } from '../../case/regime.ts';
import type { Finding } from '../../case/notice.ts';
import { FORM_LIMITS } from '../forms/limits.ts';
import { found, isBlank } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Who writes. */
export const notifierRule: Rule = (context) => {
  const { notifier } = context.content;
  if (!notifier || isBlank(notifier.legalName)) {
    const fix = { place: 'party', id: notifier?.id ?? null, field: 'legalName' } as const;
    return found(context, 'notifier', { code: 'notifier-missing', fix });
  }
  if (notifier.kind !== 'organisation' || !isBlank(notifier.contactName)) return [];
  return found(context, 'notifier', {
    code: 'notifier-no-person',
    severity: 'warn',
    parameters: { party: notifier.legalName },
    fix: { place: 'party', id: notifier.id, field: 'contactName' },
  });
};

/**
 * How whoever sends the notice is reached: the laws ask it of the complaining party, and a holder's address is not an
 * agent's. The laws of the PRC ask it of the right holder, so there the holder's will do.
 */
export const contactRule: Rule = (context) => {
  const { notifier, holder, regime } = context.content;
  const sender = notifier ?? holder;
  const own = (field: ContactField): boolean => !isBlank(sender?.[field]);
  const has = (field: ContactField): boolean =>
    own(field) || (regime.jurisdiction === 'CN' && !isBlank(holder?.[field]));
  const fix = (field: ContactField) => ({ place: 'party', id: sender?.id ?? null, field }) as const;
  const lacking = regime.contact.block.filter((group) => !group.some(has));
  const blocks = lacking.flatMap((group) =>
    found(context, 'contact', {
      code: 'contact-missing',
      parameters: { fields: group.join(', ') },
      fix: fix(group[0] ?? 'email'),
    }),
  );
  if (blocks.length > 0) return blocks;
  const borrowed = regime.contact.block.find((group) => !group.some(own));
  const ofHolder = borrowed
    ? found(context, 'contact', {
        code: 'contact-holder',
        severity: 'warn',
        parameters: { party: sender?.legalName ?? '', fields: borrowed.join(', ') },
        fix: fix(borrowed[0] ?? 'email'),
      })
    : [];
  const usual = regime.contact.warn
    .filter((field) => !has(field))
    .flatMap((field) =>
      found(context, 'contact', {
        code: 'contact-usual',
        severity: 'warn',
        parameters: { fields: field },
        fix: fix(field),
      }),
    );
  const warns = [...ofHolder, ...usual];
  const { email } = notifier ?? {};
  const malformed =
    email !== undefined && email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  return malformed
    ? [
        ...warns,
        ...found(context, 'contact', {
          code: 'contact-email-malformed',
          severity: 'warn',
          parameters: { email },
          fix: fix('email'),
        }),
      ]
    : warns;
};

/**
 * The real identity that the law of the PRC asks for. Under the Civil Code a registered name together with a natural
 * person who can be named is the least; a document can be asked for. The administrative route asks for the document.
 * The model form asks for the document of the holder and of the agent alike.
 */
export const identityRule: Rule = (context) => {
  const { holder, notifier, regime } = context.content;
  if (!regime.identity) return [];
  return [...holderIdentity(context, holder ?? notifier), ...agentIdentity(context)];
};

function holderIdentity(context: RuleContext, party: Party | null): readonly Finding[] {
  const fix = { place: 'party', id: party?.id ?? null, field: 'identityReference' } as const;
  if (!party || !isIdentified(party)) return found(context, 'identity', { code: 'identity-missing', fix });
  if (!isBlank(party.identityReference)) return [];
  const asked = context.content.regime.identity === 'document';
  return found(context, 'identity', {
    code: 'identity-document',
    ...(asked ? {} : { severity: 'warn' }),
    fix,
  });
}

/** A person who can be named stands for the holder; whoever an agent names says nothing of the holder. */
function isIdentified(holder: Party): boolean {
  if (isBlank(holder.legalName)) return false;
  if (!isBlank(holder.identityReference)) return true;
  if (holder.kind === 'person') return false;
  return [holder.contactName, holder.legalRepresentative].some((name) => !isBlank(name));
}

/** No statute asks for the agent's identity, but the model form does; a letter stands outside it. */
function agentIdentity(context: RuleContext): readonly Finding[] {
  const { holder, notifier, kind } = context.content;
  if (!notifier || notifier.id === holder?.id || kind === 'letter') return [];
  if (notifier.authority !== 'agent' && notifier.role !== 'agent') return [];
  if (!isBlank(notifier.identityReference)) return [];
  return found(context, 'identity', {
    code: 'identity-agent',
    severity: 'warn',
    parameters: { party: notifier.legalName },
    fix: { place: 'party', id: notifier.id, field: 'identityReference' },
  });
}

/** Whose right it is. */
export const holderRule: Rule = (context) => {
  const { holder, channel } = context.content;
  const fix = { place: 'party', id: holder?.id ?? null, field: 'legalName' } as const;
  if (!holder || isBlank(holder.legalName)) return found(context, 'holder', { code: 'holder-missing', fix });
  const maximum = (channel?.form && FORM_LIMITS[channel.form].maximumHolder) ?? Infinity;
  if (holder.legalName.trim().length > maximum)
    return found(context, 'holder', { code: 'holder-cut', parameters: { maximum }, fix });
  return representativeFindings(context, holder);
};

/** The model form of the PRC names the legal representative of an organisation; a letter stands outside it. */
function representativeFindings(context: RuleContext, holder: Party): readonly Finding[] {
  const { regime, kind } = context.content;
  if (regime.jurisdiction !== 'CN' || kind === 'letter' || holder.kind !== 'organisation') return [];
  if (!isBlank(holder.legalRepresentative)) return [];
  return found(context, 'holder', {
    code: 'holder-representative',
    severity: 'warn',
    parameters: { party: holder.legalName },
    fix: { place: 'party', id: holder.id, field: 'legalRepresentative' },
  });
}

/** By what authority the notifier writes. */
export const authorityRule: Rule = (context) => {
  const { notifier, holder, regime, kind } = context.content;
  if (!notifier) return [];
  const fix = { place: 'party', id: notifier.id, field: 'powerOfAttorney' } as const;
  if ((notifier.authority === 'agent' || notifier.role === 'agent') && !notifier.powerOfAttorney) {
    return found(context, 'authority', {
      code: 'authority-no-power',
      parameters: { party: notifier.legalName },
      fix,
    });
  }
  if (notifier.powerOfAttorney && regime.jurisdiction === 'CN' && kind !== 'letter') {
    // The model form wants a power for each notice, and a file does not tell which one it was given for.
    return found(context, 'authority', {
      code: 'authority-power-each',
      severity: 'warn',
      parameters: { power: notifier.powerOfAttorney.name },
      fix,
    });
  }
  if (notifier.authority === 'owner' && holder && holder.id !== notifier.id) {
    return found(context, 'authority', {
      code: 'authority-not-owner',
      severity: 'warn',
      parameters: { party: notifier.legalName, holder: holder.legalName },
      fix: { place: 'party', id: notifier.id, field: 'authority' },
    });
  }
  return [];
};
