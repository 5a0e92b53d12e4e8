import { startWorker } from '#runtime/worker.ts';
import { type House, openHouse } from '#src/wiring.ts';
import { openDatabase, type Where } from '#store/open.ts';
import { calmAfter, countingLine } from './counting-gateway.ts';
import { prepare, stateOf } from './prepare.ts';

/** What a worker of the chaos is told. */
export interface WorkerOrders {
  readonly where: Where;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly gateway: string;
  readonly batchSize: number;
  readonly bundle: string;
  readonly keys: { readonly current: { readonly id: string; readonly key: string }; readonly index: string };
  readonly recipients: number;
  /** The first worker makes the campaign and lets it be approved; the others find it. */
  readonly prepares: boolean;
}

// A worker to be killed: the house with the counting gateway. Whatever is away when it starts is waited for.
const orders = JSON.parse(process.argv[2] ?? '{}') as WorkerOrders;
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const { current, index } = orders.keys;
const line = countingLine(orders.gateway, orders.batchSize);
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

for (;;) {
  try {
    const db = await openDatabase(orders.where);
    const house = await openHouse({
      db,
      keys: { current: { id: current.id, key: bytes(current.key) }, older: [], index: bytes(index) },
      temporal: orders.temporal,
      engineMark: 'chaos',
      sms: { line, pretend: line, calmAfter },
    });
    const worker = await startWorker(house, { ...orders.temporal, bundle: orders.bundle });
    if (orders.prepares) say({ begun: await prepare(house, orders.recipients) });
    void watch(house);
    await worker.ended;
  } catch (cause) {
    if (process.env.AARSHJUL_DEBUG) process.stderr.write(`${String(cause)}\n`);
    await rest(200);
  }
}

/** Tells when the campaign has come to its end; a database that is away is asked again. */
async function watch(house: House): Promise<void> {
  for (;;) {
    if ((await stateOf(house.db).catch(() => undefined)) === 'settled') say({ settled: true });
    await rest(300);
  }
}
