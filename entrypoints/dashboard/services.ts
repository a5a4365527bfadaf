import type { VerifyOutcome } from '../../components/dashboard/VerifyView.svelte';
import type { Result } from '../../utils/case/result.ts';
import type { Id } from '../../utils/case/values.ts';
import type { Store } from '../../utils/store/store.ts';

/** How the work goes on and can be stopped. Bytes; `total` is null where it is not known beforehand. */
export interface WorkOptions {
  readonly onProgress: (done: number, total: number | null) => void;
  readonly signal: AbortSignal;
}

/** What the dashboard does beyond reading the store. */
export interface DashboardServices {
  readonly store: Store;
  readonly saveFile: (blob: Blob, name: string, signal?: AbortSignal) => Promise<void>;
  readonly exportCase?: (caseId: Id, options: WorkOptions) => Promise<Result<{ blob: Blob; name: string }>>;
  readonly verifyBundle?: (blob: Blob, options: WorkOptions) => Promise<VerifyOutcome>;
}
