/** What a read of persons is called in the read log, the same for pages, API and command line. */
export type AuditWord =
  | 'act.read'
  | 'cross-check.read'
  | 'doubles.list'
  | 'intake.read'
  | 'leavers.list'
  | 'leaving.read'
  | 'nav.export'
  | 'nav.list'
  | 'phone.card'
  | 'phone.search'
  | 'phone.sheet'
  | 'returns.export'
  | 'returns.list'
  | 'sending.preview'
  | 'sending.recipients'
  | 'youth.read'
  | 'youths.list';
