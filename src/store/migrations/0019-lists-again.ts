/** A list that was undone or rejected may be read again: the same file is one intake among those that stand. */
export const listsAgain = `
drop index intake_once;
create unique index intake_once on intake (run_id, checksum) where state not in ('undone', 'rejected');
`;
