// @ts-check
/** Starts the shop around a built frontend: `node start-shop.mjs <folder>`. */
import { resolve } from 'node:path';
import { startShop } from './local-shop.mjs';

const { PORT = '4380' } = process.env;
const { url } = await startShop({ folder: resolve(process.argv[2] ?? 'dist'), port: Number(PORT) });
console.log(`Ready: ${url}/ (card 4242 4242 4242 4242, any date to come, any code)`);
