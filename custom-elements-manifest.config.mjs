// What editors and documentation know of <billing-checkout>: written from the class and its JSDoc.
import { readFileSync } from 'node:fs';

/** Names of types that stand for a choice of words, which editors offer: `Flow` is `'one-page' | 'two-page'`. */
const CHOICES = new Map(
  [
    ...readFileSync(new URL('src/core/state.ts', import.meta.url), 'utf8').matchAll(
      /^export type (\w+) = ('[^;]+');$/gm,
    ),
  ].map(([, name, words]) => [name, words]),
);

export default {
  globs: ['src/element/billing-checkout.ts', 'src/element/events.ts', 'src/define.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'public-surface',
      // Private members and Lit's own settings are nobody's surface.
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations } of customElementsManifest.modules) {
          for (const declaration of declarations ?? []) {
            declaration.members &&= declaration.members.filter(
              ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private',
            );
          }
        }
      },
    },
    {
      name: 'choices',
      packageLinkPhase({ customElementsManifest }) {
        for (const { declarations } of customElementsManifest.modules) {
          for (const { attributes = [], members = [] } of declarations ?? []) {
            for (const { type } of [...attributes, ...members])
              if (type) type.text = type.text.replace(/^\w+(?= \| null$)/, (name) => CHOICES.get(name) ?? name);
          }
        }
      },
    },
    {
      name: 'built-paths',
      // The package ships what is built.
      packageLinkPhase({ customElementsManifest }) {
        const toBuilt = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
        for (const module of customElementsManifest.modules) {
          module.path = toBuilt(module.path);
          for (const { declaration } of module.exports ?? [])
            if (declaration?.module) declaration.module = toBuilt(declaration.module);
        }
      },
    },
  ],
};
