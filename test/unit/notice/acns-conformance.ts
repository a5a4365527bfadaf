import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const OWN = readFileSync(new URL('../../fixtures/acns/infringement.xsd', import.meta.url), 'utf8');

/** Problems of a document by our own statement of ACNS 1.2; empty: none. */
export async function problemsOf(xml: string): Promise<string[]> {
  const result = await validateXML({
    xml: [{ fileName: 'notice.xml', contents: xml }],
    schema: [{ fileName: 'infringement.xsd', contents: OWN }],
  });
  return result.errors.map((error) => error.message);
}

const folder = process.env['ACNS_SCHEMAS'];

/** Whether a folder with the public `acns.xsd`, `xmlmime.xsd` and `xmldsig.xsd` is named in `ACNS_SCHEMAS`. */
export const hasPublicSchema = folder !== undefined;

/** Problems of a document by the public schema, where it is at hand. Its imports are read from the same folder. */
export async function publicProblemsOf(xml: string): Promise<string[]> {
  if (folder === undefined) return [];
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const schema = read('acns.xsd')
    .replace('schemaLocation="http://www.w3.org/2005/05/xmlmime"', 'schemaLocation="xmlmime.xsd"')
    .replace(/schemaLocation="[^"]*xmldsig-core-schema\.xsd"/, 'schemaLocation="xmldsig.xsd"');
  const result = await validateXML({
    xml: [{ fileName: 'notice.xml', contents: xml }],
    schema: [{ fileName: 'acns.xsd', contents: schema }],
    preload: ['xmlmime.xsd', 'xmldsig.xsd'].map((fileName) => ({
      fileName,
      contents: read(fileName).replace(/<!DOCTYPE[\s\S]*?\]>/, ''),
    })),
  });
  return result.errors.map((error) => error.message);
}
