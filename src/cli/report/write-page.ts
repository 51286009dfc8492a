/** Writes a report's page to a file. */
import { writeFileSync } from 'node:fs';
import { ReportError, toHtml, type Report } from '../../report/index.js';

/** Throws a {@link ReportError} when the file cannot be written. */
export function writePage(path: string, report: Report): void {
  try {
    writeFileSync(path, toHtml(report));
  } catch (cause) {
    throw new ReportError('usage', `--html: ${path} cannot be written. Name a file in a directory that is there.`, {
      cause,
    });
  }
}
