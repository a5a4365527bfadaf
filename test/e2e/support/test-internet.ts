import { X509Certificate, createHash } from 'node:crypto';
import type { Settings } from '../../../utils/case/settings.ts';
import { evaluateInFirefox } from '../../../scripts/drive/firefox-system.ts';
import type { TestNetwork } from '../../fixtures/network/test-network.ts';
import { openDriver, type BrowserKind, type Driver, type DriverOptions } from './driver.ts';

/** Settings that point lookups at the test network. */
export function lookupSettings(
  net: Pick<TestNetwork, 'dohUrls' | 'rdapBootstrapUrl'>,
  lookups: Settings['lookups'] = 'on',
): Partial<Settings> {
  return {
    lookups,
    dohUrls: net.dohUrls,
    rdapBootstrapUrl: net.rdapBootstrapUrl,
    allowPrivateAddresses: true,
  };
}

/**
 * A browser in which the names of the test network resolve and its certificates are trusted: Chromium trusts the
 * one public key, Firefox the authority.
 */
export async function openOnTestNetwork(
  kind: BrowserKind,
  net: TestNetwork,
  settings: Partial<Settings>,
  more: Pick<DriverOptions, 'proxy' | 'bypass'> = {},
): Promise<Driver> {
  const { publicKey } = new X509Certificate(net.certificates.cert);
  const pin = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  const driver = await openDriver({
    browser: kind,
    hostRules: net.hostRules,
    settings,
    ...more,
    ...(kind === 'chromium' ? { args: [`--ignore-certificate-errors-spki-list=${pin}`] } : {}),
  });
  if (kind === 'firefox') await trustInFirefox(driver, net.certificates.caPem);
  return driver;
}

function trustInFirefox(driver: Driver, caPem: string): Promise<void> {
  const base64 = caPem.replaceAll(/-----[^-]+-----|\s/g, '');
  return evaluateInFirefox(
    driver.browser,
    `Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64('${base64}', 'CTu,Cu,Cu')`,
  );
}
