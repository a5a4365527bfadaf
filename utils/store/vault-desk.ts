import { succeed, type Result } from '../case/result.ts';
import type { KdfStrength } from '../integrity/at-rest/passphrase-key.ts';
import {
  beginChange,
  cancelChange,
  createVault,
  leaveVault,
  renewRecovery,
  unlockVault,
  type OpenVault,
  type VaultEnvironment,
} from '../integrity/at-rest/vault.ts';
import type { Store } from './store.ts';

/** What the desk takes from its surroundings. */
export interface VaultDeskEnvironment extends Pick<VaultEnvironment, 'now' | 'newId' | 'random'> {
  readonly strength?: KdfStrength;
}

/** What was done; whether a change of the passphrase has still to be finished by using the new one. */
export type VaultAnswer = Result<{ readonly changePending: boolean }>;

/**
 * What a person does with the vault. A passphrase or recovery code is asked for by each; `rejected` where it is
 * wrong, and then nothing has changed. Turning everything that is stored from plain to sealed, or back, is the
 * background's: `convertStore`.
 */
export interface VaultDesk {
  /** Begins to encrypt. @returns the recovery code, which is nowhere kept. */
  turnOn(passphrase: string): Promise<Result<{ readonly recoveryCode: string }>>;
  /** Opens; the first use of a new passphrase ends its change. */
  unlock(secret: string): Promise<VaultAnswer>;
  lock(): Promise<void>;
  /** Begins a change: the present passphrase opens too, until {@link VaultDesk.unlock} was called with the new one. */
  change(from: string, to: string): Promise<VaultAnswer>;
  cancelChange(secret: string): Promise<Result<null>>;
  renewRecovery(secret: string): Promise<Result<{ readonly recoveryCode: string }>>;
  /** Begins to make everything plain again. */
  turnOff(secret: string): Promise<VaultAnswer>;
}

/** The {@link VaultDesk} of a store. */
export function vaultDesk({ vault }: Pick<Store, 'vault'>, given: VaultDeskEnvironment): VaultDesk {
  const env: VaultEnvironment = { ...given, store: vault.records };
  const opened = async (answer: Result<OpenVault>): Promise<VaultAnswer> => {
    if (!answer.ok) return answer;
    const { id, dataKey, changePending } = answer.value;
    await vault.lock.open(id, dataKey);
    return succeed({ changePending });
  };
  return {
    async turnOn(passphrase) {
      const made = await createVault(env, passphrase);
      if (!made.ok) return made;
      await vault.lock.open(made.value.id, made.value.dataKey);
      return succeed({ recoveryCode: made.value.recoveryCode });
    },
    unlock: async (secret) => opened(await unlockVault(env, secret)),
    lock: () => vault.lock.lock(),
    change: async (from, to) => opened(await beginChange(env, from, to)),
    cancelChange: (secret) => cancelChange(env, secret),
    async renewRecovery(secret) {
      const made = await renewRecovery(env, secret);
      return made.ok ? succeed({ recoveryCode: made.value.recoveryCode }) : made;
    },
    turnOff: async (secret) => opened(await leaveVault(env, secret)),
  };
}
