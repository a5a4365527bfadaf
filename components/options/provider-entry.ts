import type { Channel } from '../../utils/case/hosting.ts';

/** What the form hands over: an entry of the user's directory. Checked by the directory's schema before it is kept. */
export interface ProviderEntry {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly source?: string;
  readonly checkedOn: string;
  readonly channels: readonly (Omit<Channel, 'origin' | 'source'> & { readonly source?: string })[];
}
