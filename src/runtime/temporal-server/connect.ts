import { Connection, type ConnectionOptions, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** How a Temporal server is reached; TLS and key only for one that is given. */
export interface Reach extends Pick<ConnectionOptions, 'address' | 'tls' | 'apiKey'> {
  readonly address: string;
}

/** Closed runs stay this long in the engine; the store keeps them for good. */
const retention = '365 days';
const grpcNotFound = 5;
const grpcAlreadyExists = 6;

/** One look: a connection whose server says SERVING within a second and a half, or undefined. The caller closes it. */
export async function connectIfReady(reach: Reach): Promise<Connection | undefined> {
  const connection = Connection.lazy({ ...reach, connectTimeout: 1_500 });
  try {
    await connection.ensureConnected();
    await connection.withDeadline(Date.now() + 1_500, () =>
      connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' }),
    );
    return connection;
  } catch {
    await connection.close();
    return undefined;
  }
}

/** Looks again until the server is ready or the time is up; `giveUp` stops it before, with a reason to throw. */
export async function connectTemporal(
  reach: Reach,
  limit: { readonly milliseconds: number; readonly giveUp?: () => boolean } = { milliseconds: 30_000 },
): Promise<Connection | undefined> {
  const end = Date.now() + limit.milliseconds;
  while (Date.now() < end && !limit.giveUp?.()) {
    const connection = await connectIfReady(reach);
    if (connection) return connection;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

/** Makes sure the namespace is there and can be used, with a year's retention when it is made here. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const service = connection.workflowService;
  const isKnown = await ignoring(grpcNotFound, service.describeNamespace({ namespace }));
  if (isKnown) return;
  const workflowExecutionRetentionPeriod = msToTs(retention);
  await ignoring(grpcAlreadyExists, service.registerNamespace({ namespace, workflowExecutionRetentionPeriod }));
  // Each part of the server learns of a new namespace in its own time, up to some seconds.
  const end = Date.now() + 20_000;
  while (!(await ignoring(grpcNotFound, service.countWorkflowExecutions({ namespace })))) {
    if (Date.now() > end) throw new Error(`the namespace ${namespace} was made but cannot be used`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Keeps closed runs for a year in a namespace the development server made for us with its own day. */
export async function keepForAYear(connection: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = msToTs(retention);
  await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
}

async function ignoring<T>(code: number, call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === code) return undefined;
    throw error;
  }
}
