import type { Id } from '../case/values.ts';
import { artifactRepository, type ArtifactRepository } from './artifact-repository.ts';
import { captureRepository, type CaptureRepository } from './capture-repository.ts';
import { caseRepository, type CaseRepository } from './case-repository.ts';
import { custodyRepository, webLocks, type CustodyRepository, type Serialise } from './custody-repository.ts';
import { PrimaFacieDatabase } from './database.ts';
import { importRepository, type ImportRepository } from './import-repository.ts';
import { idleLock, memoryKeyPort, type OpenKeyPort } from '../integrity/at-rest/idle-lock.ts';
import type { SigningKeyStore } from '../integrity/signing-key.ts';
import type { StampQueueStore } from '../integrity/timestamp/run-stamp-queue.ts';
import { providerRepository, type ProviderRepository } from './provider-repository.ts';
import { settingsRepository, type SettingsRepository } from './settings-repository.ts';
import { signingKeyRepository } from './signing-key-repository.ts';
import { typedRepository, type TypedRepository } from './typed-repository.ts';
import { stampQueueRepository } from './stamp-queue-repository.ts';
import { vaultAccess, type VaultAccess } from './vault-access.ts';
import { vaultRepository } from './vault-repository.ts';

/** Everything that is kept on this machine. Background and pages each open their own; IndexedDB is shared. */
export interface Store {
  readonly db: PrimaFacieDatabase;
  readonly cases: CaseRepository;
  readonly captures: CaptureRepository;
  readonly artifacts: ArtifactRepository;
  readonly custody: CustodyRepository;
  readonly settings: SettingsRepository;
  readonly signingKeys: SigningKeyStore;
  readonly stampQueue: StampQueueStore;
  readonly providers: ProviderRepository;
  readonly imports: ImportRepository;
  readonly vault: VaultAccess;
  readonly typed: TypedRepository;
}

/** What the store takes from its surroundings; tests give their own. */
export interface StoreEnvironment {
  readonly name?: string;
  readonly now?: () => Date;
  readonly newId?: () => Id;
  readonly serialise?: Serialise;
  /** Where the opened vault's key is; one that all contexts share. In this one's memory where not given. */
  readonly openKey?: OpenKeyPort;
}

/** Opens the store. */
export function openStore(env: StoreEnvironment = {}): Store {
  const { now = () => new Date(), newId = () => crypto.randomUUID(), serialise = webLocks } = env;
  const db = new PrimaFacieDatabase(env.name);
  const settings = settingsRepository(db);
  const lock = idleLock(env.openKey ?? memoryKeyPort(), now, async () => (await settings.read()).lockAfterMs);
  const vault = vaultAccess(vaultRepository(db), lock);
  return {
    db,
    vault,
    settings,
    cases: caseRepository(db, { now, newId }),
    captures: captureRepository(db, vault),
    artifacts: artifactRepository(db, vault, now),
    custody: custodyRepository(db, serialise),
    signingKeys: signingKeyRepository(db),
    stampQueue: stampQueueRepository(db),
    providers: providerRepository(db),
    imports: importRepository(db),
    typed: typedRepository(db),
  };
}
