import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // One lock file for all examples.
  turbopack: { root: join(import.meta.dirname, '../../..') },
};

export default config;
