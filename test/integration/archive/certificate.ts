import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 and the authority that signed it; all PEM. */
export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
  readonly root: string;
}

/** Makes an authority and a server's certificate with openssl in `folder`. */
export function makeCertificate(folder: string): TestCertificate {
  const file = (name: string) => join(folder, name);
  const openssl = (...parameters: string[]) => execFileSync('openssl', parameters, { stdio: 'ignore' });
  const rsa = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl(
    'req',
    '-x509',
    ...rsa,
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-subj',
    '/CN=Test root',
  );
  openssl(
    'req',
    ...rsa.slice(0, 3),
    '-keyout',
    file('key.pem'),
    '-out',
    file('csr.pem'),
    '-subj',
    '/CN=127.0.0.1',
  );
  const extensions = 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n';
  writeFileSync(file('extensions'), extensions);
  const sign = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'];
  openssl(
    'x509',
    '-req',
    '-in',
    file('csr.pem'),
    '-out',
    file('cert.pem'),
    '-extfile',
    file('extensions'),
    ...sign,
  );
  const read = (name: string) => readFileSync(file(name), 'utf8');
  return { key: read('key.pem'), cert: read('cert.pem'), root: read('ca.pem') };
}
