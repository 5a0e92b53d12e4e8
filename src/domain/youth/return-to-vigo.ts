/** Codes by which a youth goes back to VIGO: by mistake, moved to another county, abroad (flowchart S1; code page). */
export const codesThatGoBack = ['Feil', 'OTFA', 'OTFA_IM', 'OTFU', 'OTFU_IM'] as const;
type CodeThatGoesBack = (typeof codesThatGoBack)[number];

/**
 * Who gets a return. Feil and OTFU go to VIGO, Feil with word to the own admissions office (flowchart S1); OTFA is told the own
 * admissions office, which tells the other county (2015 briefing).
 */
export const returnReceivers = ['vigo', 'vigo-and-admissions', 'admissions-for-other-county'] as const;
export type ReturnReceiver = (typeof returnReceivers)[number];

const receivers: Readonly<Record<CodeThatGoesBack, ReturnReceiver>> = {
  Feil: 'vigo-and-admissions',
  OTFU: 'vigo',
  OTFU_IM: 'vigo',
  OTFA: 'admissions-for-other-county',
  OTFA_IM: 'admissions-for-other-county',
};

/** Who a case with that code is sent to; undefined for a code by which nobody goes back. */
export function receiverOf(code: string | null): ReturnReceiver | undefined {
  const found = codesThatGoBack.find((one) => one === code);
  return found && receivers[found];
}
