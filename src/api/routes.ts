import { accountRoutes } from './routes/account.ts';
import { actRoutes } from './routes/acts.ts';
import { assignmentRoutes } from './routes/assignment.ts';
import { crossCheckRoutes } from './routes/cross-check.ts';
import { filterRoutes } from './routes/filters.ts';
import { intakeRoutes } from './routes/intakes.ts';
import { letterRoutes } from './routes/letters.ts';
import { meetingAndDoubleRoutes } from './routes/meetings-and-doubles.ts';
import { ownRoutes } from './routes/own.ts';
import { phoneRoutes } from './routes/phone.ts';
import { queueRoutes } from './routes/queues.ts';
import { replyRoutes } from './routes/replies.ts';
import { runRoutes } from './routes/runs.ts';
import { sendingSettingsRoutes } from './routes/sending-settings.ts';
import { sendingRoutes } from './routes/sendings.ts';
import { taskRoutes } from './routes/tasks.ts';
import { youthRoutes } from './routes/youths.ts';
import type { Route } from './serve.ts';

/** Every question and command of the API. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...runRoutes,
  ...letterRoutes,
  ...taskRoutes,
  ...youthRoutes,
  ...actRoutes,
  ...ownRoutes,
  ...filterRoutes,
  ...queueRoutes,
  ...meetingAndDoubleRoutes,
  ...assignmentRoutes,
  ...intakeRoutes,
  ...sendingRoutes,
  ...sendingSettingsRoutes,
  ...phoneRoutes,
  ...replyRoutes,
  ...crossCheckRoutes,
];
