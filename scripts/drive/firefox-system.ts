import type { Browser } from 'puppeteer-core';

/** The part of puppeteer's WebDriver BiDi connection used here; it has no public name. */
interface BidiConnection {
  send(method: string, parameters: Record<string, unknown>): Promise<{ readonly result: unknown }>;
}

function connectionOf(browser: Browser): BidiConnection {
  const { connection } = browser as unknown as { readonly connection?: BidiConnection };
  if (!connection) throw new Error('This version of puppeteer does not show its connection to Firefox.');
  return connection;
}

/**
 * Evaluates an expression with Firefox's own rights (`Cc`, `Ci`, `Services`), in its main window.
 * Needs `--remote-allow-system-access`.
 */
export async function evaluateInFirefox(browser: Browser, expression: string): Promise<void> {
  const connection = connectionOf(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { readonly contexts: readonly { readonly context: string }[] };
  const context = contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no window.');
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  const result = answer.result as { readonly type: string; readonly exceptionDetails?: { text: string } };
  if (result.type !== 'success') throw new Error(`Firefox: ${result.exceptionDetails?.text ?? result.type}`);
}

/** One `MAP pattern address` rule. */
interface HostRule {
  readonly host: string;
  readonly address: string;
}

/** @throws where a rule says something that Firefox cannot do. */
function parseRules(rules: string): HostRule[] {
  return rules
    .split(',')
    .map((rule) => rule.trim())
    .filter(Boolean)
    .map((rule) => {
      const [, host, address] =
        /^MAP\s+(\*|[\w.-]+)\s+(\[[\da-f:]+\]|[\d.]+)$/i.exec(rule) ?? ([] as undefined[]);
      if (!host || !address) {
        throw new Error(
          `Firefox takes host rules 'MAP name address' (or 'MAP * address') only, not '${rule}'.`,
        );
      }
      return { host, address: address.replace(/^\[|\]$/g, '') };
    });
}

/** Preferences for the part of the rules that holds for every host. */
export function hostRulePreferences(rules: string): Record<string, string> {
  const everything = parseRules(rules).find((rule) => rule.host === '*');
  return everything ? { 'network.dns.forceResolve': everything.address } : {};
}

/** Makes Firefox resolve the named hosts as the rules say. */
export async function applyHostRules(browser: Browser, rules: string): Promise<void> {
  const named = parseRules(rules).filter((rule) => rule.host !== '*');
  if (named.length === 0) return;
  await evaluateInFirefox(
    browser,
    `(() => {
      const override = Cc['@mozilla.org/network/native-dns-override;1'].getService(Ci.nsINativeDNSResolverOverride);
      for (const { host, address } of ${JSON.stringify(named)}) override.addIPOverride(host, address);
    })()`,
  );
}
