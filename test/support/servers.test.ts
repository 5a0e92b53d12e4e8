import { Connection } from '@temporalio/client';
import pg from 'pg';
import { expect, it } from 'vitest';
import { postgresForTests, temporalForTests } from './servers.ts';

it('all tests of a run share one Temporal server that is ready when it is given', async () => {
  const [first, second] = await Promise.all([temporalForTests(), temporalForTests()]);
  const connection = await Connection.connect({ address: first.address });

  const described = await connection.workflowService.describeNamespace({ namespace: first.namespace });

  expect(second).toEqual(first);
  expect(Number(described.config?.workflowExecutionRetentionTtl?.seconds)).toBe(365 * 24 * 60 * 60);
  await connection.close();
});

it('each test that asks gets an empty PostgreSQL database of its own', async ({ skip }) => {
  const urls = [await postgresForTests(), await postgresForTests()];
  const [first, second] = urls;
  if (first === undefined) return skip('no PostgreSQL here');

  const client = new pg.Client({ connectionString: first });
  await client.connect();
  const { rows } = await client.query(
    "select count(*)::int as tables from information_schema.tables where table_schema = 'public'",
  );

  expect(second).not.toBe(first);
  expect(rows).toEqual([{ tables: 0 }]);
  await client.end();
});
