/** Writes what editors read of `<billing-checkout>`, from its manifest: VS Code's custom data, JetBrains' web-types. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { root } from './run.mjs';

export function writeEditorData() {
  const outdir = join(root, 'dist');
  const manifest = JSON.parse(readFileSync(join(outdir, 'custom-elements.json'), 'utf8'));
  quietly(() => {
    generateVsCodeCustomElementData(manifest, { outdir, hideLogs: true });
    generateJetBrainsWebTypes(manifest, { outdir, hideLogs: true, packageJson: false });
  });
}

/** Both say where they have written to, whatever they are told. */
function quietly(run) {
  const { log } = console;
  console.log = () => {};
  try {
    run();
  } finally {
    console.log = log;
  }
}
