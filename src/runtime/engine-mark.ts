import { randomUUID } from 'node:crypto';
import type { WorkflowService } from '@temporalio/client';
import type { EngineMarks } from '#store/engine-marks.ts';

interface Where {
  readonly service: WorkflowService;
  readonly namespace: string;
  readonly marks: EngineMarks;
}

const noteName = 'aarshjul-mark';

/**
 * Names the engine as it is now. Store and engine both keep the mark of their last meeting: where the engine's is another one, the
 * engine was lost, is new, or an older file was put back, and gets a new name; every case opened under another name is then opened
 * and asked again.
 */
export async function nameEngine(where: Where): Promise<string> {
  const { service, namespace, marks } = where;
  const known = await marks.latest();
  const described = await service.describeNamespace({ namespace });
  const kept = described.namespaceInfo?.data?.[noteName];
  const engine = known !== undefined && kept === known.mark ? known.engine : randomUUID();
  await meet(where, engine);
  return engine;
}

/** A new mark on both sides, so that a copy of the engine's file taken before this moment is found out. */
export async function meet({ service, namespace, marks }: Where, engine: string): Promise<void> {
  const mark = randomUUID();
  // The engine first: dying in between makes the engine a stranger, which costs time and loses nothing.
  await service.updateNamespace({ namespace, updateInfo: { data: { [noteName]: mark } } });
  await marks.keep(mark, engine, Date.now());
}
