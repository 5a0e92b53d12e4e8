/** Writes to our own database: local, tried again at once and for as long as it takes. */
export const quick = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
} as const;

/** Orders that are harmless to repeat (all are: their rows say what is done). Tried until they succeed. */
export const patient = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
} as const;

/** Orders by which something leaves the house: a dead worker is noticed soon, for what it had claimed must be asked after. Harmless to repeat. */
export const watched = {
  ...patient,
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
} as const;
