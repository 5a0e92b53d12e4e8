import type { PhaseId } from '#domain/ids.ts';
import type { PhaseStep } from '#views/answers/phase.ts';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import { Icon } from './icon.tsx';
import { sharedWords } from './words.ts';

/** All phases in a row, the line above coloured by how each stands. */
export function PhaseSteps({
  c,
  steps,
  now,
  label,
}: {
  c: PageContext;
  steps: readonly PhaseStep[];
  now: PhaseId;
  label: string;
}) {
  const t = sharedWords(c.language);
  return (
    <nav class="steps" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li key={step.phaseId}>
            <a
              href={paths.phase(step.phaseId)}
              data-state={step.pace}
              aria-current={step.phaseId === now ? 'page' : undefined}
            >
              <span class="no">
                {step.pace === 'done' ? <Icon c={c} name="Checkmark" label={t('state.done')} /> : step.number}
              </span>
              {step.short[c.language]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
