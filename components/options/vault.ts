import type { Failure, Result } from '../../utils/case/result.ts';

/** How encryption on this machine stands, for the settings. */
export interface VaultStatus {
  readonly state: 'none' | 'locked' | 'open';
  /** Files and thumbnails that are encrypted, and how many there are. */
  readonly sealed: number;
  readonly total: number;
  /** Everything is being decrypted. */
  readonly leaving: boolean;
  /** A new passphrase was set and not used yet. */
  readonly changePending: boolean;
  /** What the work stopped at. */
  readonly trouble: Failure | null;
}

/** What is done at the press of a button; `rejected` where the passphrase is wrong, and then nothing has changed. */
export interface VaultActions {
  /** A passphrase nobody guesses. */
  readonly suggest: () => string;
  readonly turnOn: (passphrase: string) => Promise<Result<{ readonly recoveryCode: string }>>;
  readonly change: (from: string, to: string) => Promise<Result<unknown>>;
  /** By the new passphrase; `rejected` also where it opens, but is the old one. */
  readonly finishChange: (secret: string) => Promise<Result<unknown>>;
  readonly cancelChange: (secret: string) => Promise<Result<unknown>>;
  readonly renewRecovery: (secret: string) => Promise<Result<{ readonly recoveryCode: string }>>;
  readonly turnOff: (secret: string) => Promise<Result<unknown>>;
}

/** Idle times to choose from, in milliseconds. */
export const IDLE_TIMES: readonly number[] = [5, 15, 30, 60, 240].map((minutes) => minutes * 60_000);

/** Characters a passphrase must have at least. */
export const SHORTEST_PASSPHRASE = 10;

/** What is wrong with a new passphrase and its repetition; null where nothing is. */
export function passphraseProblem(passphrase: string, again: string): 'short' | 'differs' | null {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) return 'short';
  return passphrase === again ? null : 'differs';
}
