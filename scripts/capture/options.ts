import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../../utils/case/settings.ts';
import type { ExportWishes } from '../drive/export.ts';
import type { BrowserKind } from '../setup/find-browser.ts';
import { parseUrlList } from './url-list.ts';

/** What `npm run capture` was asked to do. */
export interface CaptureOptions {
  readonly urls: readonly string[];
  readonly browser: BrowserKind;
  /** Absolute path of the folder the bundle goes to. */
  readonly out: string;
  /** Contents of the case file, not yet checked: the extension does that. */
  readonly caseFile?: unknown;
  readonly settings?: Partial<Settings>;
  readonly record: boolean;
  /** How the export is cut and closed. */
  readonly wishes?: Omit<ExportWishes, 'passphrase'>;
  /** Absolute path of the file with the passphrase: the plan of a run is written down, a passphrase never is. */
  readonly passphraseFile?: string;
  readonly hostRules?: string;
  /** For one URL, from opening it to the end of its capture. */
  readonly timeoutMs: number;
  /** Work folder of an earlier run to be finished. */
  readonly resume?: string;
}

/** The command line was not understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage: npm run capture -- URL... [--list FILE] [--case FILE] [--out DIR]
         [--browser chromium|firefox] [--record] [--settings FILE] [--host-rules RULES] [--timeout S]
         [--volume-size MB] [--encrypt-to KEY]... [--passphrase-file FILE] [--case-uco]
       npm run capture -- --resume DIR

  --list FILE       URLs from a file, one a line ('-': standard input); lines that begin with # are left out
  --case FILE       a case file (data/case.json of a bundle) to capture into
  --out DIR         where the bundle goes (out)
  --browser NAME    chromium (Chrome, Chromium, Edge) or firefox (chromium)
  --record          load each page with the recorder attached, for every response's real bytes
  --settings FILE   JSON with settings of the extension: operatorName, language, lookups ("on" or "off"; on where
                    dohUrls or rdapBootstrapUrl are named), dohUrls, rdapBootstrapUrl, tsaUrl, tsaRootPem, …
  --host-rules R    how host names resolve, e.g. "MAP shop.example 127.0.0.5"
  --timeout S       seconds for one URL (300)
  --volume-size MB  cut the bundle into volumes of at most that many MB (20 for mail), each of which verifies alone
  --encrypt-to KEY  encrypt it to a public key of age (age1…); as often as there are recipients
  --passphrase-file FILE   encrypt it with the passphrase in the first line of the file
  --case-uco        add the case as CASE/UCO JSON-LD
  --resume DIR      finish a run that was cut off, from its work folder

The last line of standard output is one JSON object. Exit code: 0 all complete, 3 some partial, 1 otherwise.`;

/** Parses the arguments and reads the files they name. @throws UsageError */
export function readOptions(args: readonly string[]): CaptureOptions {
  const { values, positionals } = parse(args);
  const browser = values.browser ?? 'chromium';
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new UsageError(`--browser is chromium or firefox, not '${browser}'.`);
  }
  const seconds = Number(values.timeout ?? '300');
  if (!(seconds > 0)) throw new UsageError(`--timeout takes seconds, not '${values.timeout}'.`);
  const listed = values.list === undefined ? [] : parseUrlList(readText('--list', values.list));
  const urls = [...positionals, ...listed];
  if (urls.length === 0 && values.resume === undefined) throw new UsageError('No URL to capture.');
  if (urls.length > 0 && values.resume !== undefined) {
    throw new UsageError('--resume takes its URLs from the run it finishes.');
  }
  return {
    urls,
    browser,
    out: path.resolve(values.out ?? 'out'),
    record: values.record ?? false,
    wishes: readWishes(values),
    ...readPassphraseFile(values['passphrase-file']),
    timeoutMs: seconds * 1000,
    ...(values.case === undefined ? {} : { caseFile: readJson('--case', values.case) }),
    ...(values.settings === undefined ? {} : { settings: readSettings(values.settings) }),
    ...(values['host-rules'] === undefined ? {} : { hostRules: values['host-rules'] }),
    ...(values.resume === undefined ? {} : { resume: path.resolve(values.resume) }),
  };
}

function readWishes(values: ReturnType<typeof parse>['values']): NonNullable<CaptureOptions['wishes']> {
  const size = values['volume-size'];
  const recipients = values['encrypt-to'];
  if (size !== undefined && !(Number(size) >= 2)) {
    throw new UsageError(`--volume-size takes MB, at least 2, not '${size}'.`);
  }
  if (recipients && values['passphrase-file'] !== undefined) {
    throw new UsageError('--encrypt-to and --passphrase-file exclude each other.');
  }
  if (recipients?.some((key) => !/^age1[a-z0-9]{50,}$/.test(key))) {
    throw new UsageError('--encrypt-to takes a public key of age (age1…).');
  }
  return {
    ...(size === undefined ? {} : { volumeMegabytes: Number(size) }),
    ...(recipients ? { recipients } : {}),
    ...(values['case-uco'] ? { caseUco: true } : {}),
  };
}

function readPassphraseFile(file: string | undefined): Pick<CaptureOptions, 'passphraseFile'> {
  if (file === undefined) return {};
  const passphraseFile = path.resolve(file);
  readPassphrase(passphraseFile);
  return { passphraseFile };
}

/** The passphrase in the first line of a file. @throws UsageError where there is none that would do. */
export function readPassphrase(file: string): string {
  const [passphrase = ''] = readText('--passphrase-file', file).split(/\r?\n/);
  if ([...passphrase].length >= 12) return passphrase;
  throw new UsageError('--passphrase-file: a passphrase needs at least 12 characters.');
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'string' },
        case: { type: 'string' },
        out: { type: 'string' },
        browser: { type: 'string' },
        record: { type: 'boolean' },
        settings: { type: 'string' },
        'host-rules': { type: 'string' },
        timeout: { type: 'string' },
        resume: { type: 'string' },
        'volume-size': { type: 'string' },
        'encrypt-to': { type: 'string', multiple: true },
        'passphrase-file': { type: 'string' },
        'case-uco': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readText(option: string, file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`${option}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readJson(option: string, file: string): unknown {
  try {
    return JSON.parse(readText(option, file).replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${option}: ${file} is not JSON: ${String(error)}`);
  }
}

function readSettings(file: string): Partial<Settings> {
  const settings = readJson('--settings', file);
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new UsageError(`--settings: ${file} is not a JSON object.`);
  }
  const { tsaUrl, ...rest } = settings as Partial<Settings> & { readonly tsaUrl?: unknown };
  // The short form for one authority; anything but a text is left for the extension to refuse.
  return withLookups(typeof tsaUrl === 'string' ? { ...rest, tsaUrls: [tsaUrl] } : settings);
}

/** Nobody can be asked on a command line: whoever names whom to look up with, and says no more, wants it done. */
function withLookups(settings: Partial<Settings>): Partial<Settings> {
  const named = settings.dohUrls !== undefined || settings.rdapBootstrapUrl !== undefined;
  return named && settings.lookups === undefined ? { ...settings, lookups: 'on' } : settings;
}
