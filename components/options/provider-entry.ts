import type { Channel, ProviderBehaviour, ProviderClass } from '../../utils/case/hosting.ts';

/** What the form hands over: an entry of the user's directory. Checked by the directory's schema before it is kept. */
export interface ProviderEntry {
  readonly id: string;
  readonly name: string;
  readonly class: ProviderClass;
  readonly behaviour: ProviderBehaviour;
  readonly note?: string;
  readonly source?: string;
  readonly checkedOn: string;
  readonly channels: readonly (Omit<Channel, 'origin' | 'source'> & { readonly source?: string })[];
}
