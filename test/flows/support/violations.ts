/** What a content security policy had to stop, or would have where it only reports: no story may leave any. */
import type { BrowserContext } from 'playwright-core';

/** Listens in every page and frame of a customer, before anything else runs there. Gives what was heard so far. */
export async function hearViolations(context: BrowserContext): Promise<() => readonly string[]> {
  const heard: string[] = [];
  await context.exposeBinding('tellViolation', ({ frame }, text: string) => {
    heard.push(`${frame.url()}: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, disposition, sourceFile, lineNumber } = event;
      const what = `${effectiveDirective} stops ${blockedURI} ${sample}`;
      (window as unknown as { tellViolation(text: string): void }).tellViolation(
        `${what} at ${sourceFile}:${String(lineNumber)} (${disposition})`,
      );
    });
  });
  return () => heard;
}
