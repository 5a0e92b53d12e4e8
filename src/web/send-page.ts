import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { FileFormat, Shown } from './asked.ts';

type SentFile = Extract<Shown, { kind: 'file' }>;

/** A whole page. Never kept by the browser or anything between: it may show persons. */
export const sendPage = (reply: FastifyReply, page: VNode, status: number): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${renderToString(page)}`);

const types: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** A file: a list is kept, letters are looked at. Its name is of ours, never a person's. */
export function sendFile(reply: FastifyReply, { name, format, bytes }: SentFile): FastifyReply {
  const file = `${name.replaceAll(/[^\w-]/g, '-')}.${format}`;
  return reply
    .code(200)
    .type(types[format])
    .header('cache-control', 'no-store')
    .header('content-disposition', `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${file}"`)
    .send(Buffer.from(bytes));
}
