import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';

/**
 * What the public XARF v4 schemas require of the four copyright types we write, put down here in our own words and
 * more strictly: only fields we mean to write are allowed. Where a copy of the public schemas is at hand, its folder
 * in `XARF_SCHEMAS` makes the tests use it as well.
 */
const string = (maximum?: number) => ({
  type: 'string',
  minLength: 1,
  ...(maximum ? { maxLength: maximum } : {}),
});
const uri = { type: 'string', format: 'uri' };
const oneOf = (...values: string[]) => ({ enum: values });
const closed = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const contact = closed({
  org: string(200),
  contact: { type: 'string', format: 'email' },
  domain: { type: 'string', format: 'hostname' },
});
const core = {
  xarf_version: { type: 'string', pattern: String.raw`^4\.\d+\.\d+$` },
  report_id: { type: 'string', format: 'uuid' },
  timestamp: { type: 'string', format: 'date-time' },
  reporter: contact,
  sender: contact,
  source_identifier: string(),
  category: { const: 'copyright' },
  infringing_url: uri,
};
const usual = {
  source_port: { type: 'integer', minimum: 1, maximum: 65_535 },
  evidence_source: { const: 'rights_holder' },
  evidence: {
    type: 'array',
    maxItems: 50,
    minItems: 1,
    items: closed({
      content_type: string(),
      description: string(500),
      payload: string(),
      hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
      size: { type: 'integer', minimum: 0, maximum: 5_242_880 },
    }),
  },
  tags: { type: 'array', items: { type: 'string', pattern: '^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-]*$' } },
  description: { type: 'string', maxLength: 1000 },
  work_title: string(500),
  rights_holder: string(200),
};
const categories = oneOf('movie', 'tv_show', 'music', 'software', 'ebook', 'game', 'other');
const username = closed({ username: string(200) });

const TYPES: Readonly<
  Record<string, { required: Record<string, unknown>; optional: Record<string, unknown> }>
> = {
  copyright: {
    required: { type: { const: 'copyright' } },
    optional: {
      original_url: uri,
      infringement_type: oneOf('direct_copy', 'modified_copy', 'streaming', 'download', 'distribution'),
    },
  },
  ugc_platform: {
    required: { type: { const: 'ugc_platform' }, platform_name: string(200) },
    optional: {
      content_info: closed({ content_title: string(500) }),
      uploader_info: username,
      work_category: oneOf('movie', 'tv_show', 'music', 'other'),
      infringement_type: oneOf('full_work', 'substantial_portion', 'compilation', 'remix_unauthorized'),
    },
  },
  cyberlocker: {
    required: { type: { const: 'cyberlocker' }, hosting_service: string(200) },
    optional: {
      file_info: closed({ filename: string(500) }),
      uploader_info: username,
      work_category: categories,
      takedown_info: closed({ previous_requests: { type: 'integer', minimum: 0 } }),
    },
  },
  link_site: {
    required: { type: { const: 'link_site' }, site_name: string(200) },
    optional: {
      link_info: closed(
        { page_title: string(500), uploader: string(200), link_count: { type: 'integer', minimum: 1 } },
        [],
      ),
      linked_content: {
        type: 'array',
        maxItems: 50,
        items: closed({
          target_url: uri,
          link_type: oneOf('torrent_file', 'magnet_link', 'direct_download', 'streaming_link', 'other'),
        }),
      },
      work_category: categories,
    },
  },
};

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  // The format's own check refuses a URI without authority or path, which RFC 3986 allows (`magnet:?xt=…`).
  ajv.addFormat(
    'uri',
    /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9a-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9a-f]{2})*)?$/i,
  );
  return ajv;
}

/** Problems of a report by our own statement of the schemas; empty: none. */
export function problemsOf(report: { type?: unknown }): string[] {
  const type = TYPES[String(report.type)];
  if (!type) return [`unknown type ${String(report.type)}`];
  const properties = { ...core, ...usual, ...type.required, ...type.optional };
  const check = newAjv().compile(closed(properties, Object.keys({ ...core, ...type.required })));
  return check(report) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const folder = process.env['XARF_SCHEMAS'];
let publicCheck: ValidateFunction | undefined;

/** Whether the public schemas are at hand. */
export const hasPublicSchemas = folder !== undefined;

/** Problems of a report by the public schemas, all of them through their master schema. */
export function publicProblemsOf(report: unknown): string[] {
  if (folder === undefined) return [];
  publicCheck ??= loadPublic(folder);
  return publicCheck(report)
    ? []
    : (publicCheck.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function loadPublic(from: string): ValidateFunction {
  const ajv = newAjv();
  const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
  for (const name of readdirSync(join(from, 'types'))) {
    if (name.endsWith('.json')) ajv.addSchema(read(join(from, 'types', name)));
  }
  ajv.addSchema(read(join(from, 'xarf-core.json')));
  return ajv.compile(read(join(from, 'xarf-v4-master.json')));
}
