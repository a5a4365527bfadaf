/**
 * Asks the browser not to clear what is kept when space runs short. Pages only: a worker cannot ask. Where the
 * browser refuses, the settings page shows it and offers to ask again.
 */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
