// Lint: typed rules for all TypeScript, Lit's and web components' own for the element.
import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What STYLE asks of every module. */
const MODULES = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=/^\\.{1,2}\\u002F(?!.*\\.(?:js|mjs|json)$)/]',
    message: 'Write the .js specifier.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="html"] TemplateElement[value.raw=/\\sstyle="/]',
    message: 'No style attribute: pages with a strict content security policy refuse it.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/.next',
      'examples/frontends/nextjs/next-env.d.ts',
      'docs/api',
      'coverage',
      '.tmp',
      'node_modules',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './examples/frontends/{angular,nextjs,react,svelte,vue}/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-restricted-syntax': ['error', ...MODULES],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/promise-function-async': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Numbers in templates are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `type` for unions, `interface` for objects is a habit, not a rule.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      // Empty strings are "none" wherever a customer types.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // `async` without `await` turns a throw into the rejection that callers are promised.
      '@typescript-eslint/require-await': 'off',
      // An empty function says that nothing is to happen.
      '@typescript-eslint/no-empty-function': 'off',
      // A host's callback may return nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Libraries make instances their own way.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/element/**/*.ts', 'src/define.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      // A native checkbox tells its switch role whether it is checked.
      'lit-a11y/role-has-required-aria-attrs': 'off',
    },
  },
  {
    files: ['src/element/billing-checkout.ts'],
    // The interface beside the class types `addEventListener`, as lib.dom does.
    rules: { '@typescript-eslint/no-unsafe-declaration-merging': 'off' },
  },
  {
    files: ['src/element/tag-props.ts'],
    // What is `readonly` can only be told by a generic function whose parameter is used once.
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    files: ['src/tags/*.ts'],
    // Frameworks are told of a tag by adding to a namespace of theirs.
    rules: { '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }] },
  },
  {
    files: ['src/simulator/**/*.ts'],
    rules: {
      // Pages call Stripe.js, and clients the API, without types.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A schema that is there for its type.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^(_|whole$)' }],
      // Card numbers and codes are digits.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test says what is there by reading it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `expect.any()` and its like are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // A fixture's type is what it returns.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Ids that Stripe may expand are printed where they are not.
      '@typescript-eslint/no-base-to-string': 'off',
      // What runs in a page must not return what it made.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        document: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        requestAnimationFrame: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        window: 'readonly',
        customElements: 'readonly',
        HTMLElement: 'readonly',
      },
    },
  },
  {
    // What runs in the bench's pages, and its web-standard servers.
    files: ['bench/**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'addEventListener Buffer Headers InputEvent location MutationObserver PerformanceObserver Request',
          'requestIdleCallback Response',
        ]
          .flatMap((names) => names.split(' '))
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // Other browsers are spoken to by Node.
    files: ['browsers/**/*.mjs'],
    languageOptions: { globals: { Buffer: 'readonly' } },
  },
  {
    // What a `.vue` file gives is known to Vue's own compiler only.
    files: ['examples/frontends/vue/src/main.ts'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    // Tools ask for a default export of their configuration; frameworks write no specifiers of files.
    files: ['**/*.config.ts', '*.config.mjs', '.dependency-cruiser.mjs', 'examples/frontends/*/{app,src}/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
