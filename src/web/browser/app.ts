import { autoSubmit } from './auto-submit.ts';
import { bulk } from './bulk.ts';
import { keys } from './keys.ts';
import { live } from './live.ts';
import { phoneKeys } from './phone-keys.ts';
import { showToday } from './year-line.ts';

// Everything works without this file; it makes the pages live and quicker to use.
live();
bulk();
keys();
phoneKeys();
autoSubmit();
showToday();
