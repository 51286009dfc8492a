/** Entry of the express checkout frame. */
import type { ExpressSetup } from '../wire/frame-messages.js';
import { ExpressButtons } from './express/express-buttons.js';
import { startFrame } from './start-frame.js';

startFrame<ExpressSetup>({
  kind: 'express',
  skeleton: [2],
  create: (setup, send) => new ExpressButtons(setup, send),
});
