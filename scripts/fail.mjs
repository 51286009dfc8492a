/** Ends the command with one line that names the mend. */
export function fail(line) {
  process.stderr.write(line + '\n');
  process.exit(1);
}
