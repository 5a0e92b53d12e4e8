import { createServer, type ServerResponse } from 'node:http';

// A provider in a process of its own, which nobody kills: it counts what it took by key. Now and then it loses an answer. Of each call
// it says when it has come and when it is counted (lines on stdout), and waits a little at both: then is the time to kill somebody.
const [, , losesOneIn = '12', slow = '40'] = process.argv.map(String);
const taken = new Map<string, number>();
let calls = 0;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);
const answer = (reply: ServerResponse, body: object) =>
  reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function send(reply: ServerResponse, keys: readonly string[]): Promise<void> {
  calls += 1;
  say({ moment: 'before-count' });
  await rest(Number(slow));
  for (const key of keys) taken.set(key, (taken.get(key) ?? 0) + 1);
  say({ moment: 'after-count' });
  await rest(Number(slow));
  if (calls % Number(losesOneIn) === 0) reply.destroy();
  else answer(reply, { taken: keys });
}

const server = createServer((request, reply) => {
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', () => {
    const keys = (body === '' ? [] : JSON.parse(body)) as readonly string[];
    if (request.url === '/send') void send(reply, keys);
    else if (request.url === '/ask') answer(reply, { taken: keys.filter((key) => taken.has(key)) });
    else answer(reply, Object.fromEntries(taken));
  });
  // Whoever is killed in the middle of a call takes its connection along.
  reply.on('error', () => undefined);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  say({ port: typeof address === 'object' && address ? address.port : 0 });
});
