// @ts-check
/** Starts the built app in front of a local Stripe. */
import { startApp } from './local-app.mjs';

const { PORT = '4380' } = process.env;
const { url } = await startApp({ port: Number(PORT) });
console.log(`Ready: ${url}/ (card 4242 4242 4242 4242, any date to come, any code)`);
