/** Which provider's entry is to be corrected, as an address of the settings says it. */
export interface AskedProvider {
  readonly id: string;
  readonly name: string;
}

/** What the directory takes as an id; a registry's handle is brought into that form. */
function asId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9:.-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 80);
}

/** Where a recipient's contact is corrected: the form of its entry, or of a new one with its id and name filled in. */
export function correctionHref(recipient: {
  readonly providerId: string;
  readonly provider: string;
}): string {
  const place = [asId(recipient.providerId), recipient.provider.slice(0, 200)].map(encodeURIComponent);
  return `/options.html#provider/${place.join('/')}`;
}

/** The provider an address of the settings asks for; null where it asks for none. */
export function askedProvider(hash: string): AskedProvider | null {
  const [, id = '', name = ''] = /^#provider\/([^/]+)(?:\/([^/]*))?$/.exec(hash) ?? [];
  if (id === '') return null;
  try {
    return { id: asId(decodeURIComponent(id)), name: decodeURIComponent(name) };
  } catch {
    // Not an address that this program wrote: nothing is asked for.
    return null;
  }
}
