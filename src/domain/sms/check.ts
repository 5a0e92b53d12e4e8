import { type SmsSize, smsSize } from './segments.ts';
import { type Telling, tellingIn } from './telling.ts';

/** What somebody should know of an SMS before it is sent. Nothing here stops it. */
export interface SmsCheck extends SmsSize {
  readonly telling: readonly Telling[];
  readonly warnings: readonly SmsWarning[];
}

export type SmsWarning = 'empty' | 'dear-letters' | 'several-parts' | 'too-long' | 'telling';

/** What every provider takes: sixteen parts. */
const mostParts = 16;

/** Measures a text and looks for what it costs and tells. */
export function checkSms(text: string): SmsCheck {
  const size = smsSize(text);
  const telling = tellingIn(text);
  const warnings: readonly (SmsWarning | false)[] = [
    text.trim() === '' && 'empty',
    size.dear.length > 0 && 'dear-letters',
    size.parts.length > 1 && 'several-parts',
    size.parts.length > mostParts && 'too-long',
    telling.length > 0 && 'telling',
  ];
  return { ...size, telling, warnings: warnings.filter((each) => each !== false) };
}
