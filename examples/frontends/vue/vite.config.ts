import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  // It is an element, not a component of Vue's.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'billing-checkout' } } })],
});
