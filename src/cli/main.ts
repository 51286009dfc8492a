#!/usr/bin/env node
/** `billing-checkout <command>`. */
import { replay } from './replay.js';
import { report } from './report.js';
import { simulate } from './simulate.js';
import { verify } from './verify.js';

const USAGE = `billing-checkout simulate [--port N]   runs a local Stripe (default port 12111)
    [--traffic N --lift 0.031 --seed S]  with the customers of an experiment in it
billing-checkout report --experiment NAME   what an experiment showed (--help: all flags)
billing-checkout verify URL --price KEY     checks a backend, in any language, against the contract (--help: all flags)
billing-checkout replay FILE                what a checkout has gone through, from its trace (--help: all flags)`;

const [command, ...args] = process.argv.slice(2);

if (command === 'simulate') {
  await simulate(args);
} else if (command === 'report') {
  await report(args);
} else if (command === 'verify') {
  await verify(args);
} else if (command === 'replay') {
  replay(args);
} else {
  const help = command === undefined || command === '--help' || command === '-h';
  (help ? console.log : console.error)(help ? USAGE : `There is no command ${command}.\n${USAGE}`);
  process.exitCode = help ? 0 : 1;
}
