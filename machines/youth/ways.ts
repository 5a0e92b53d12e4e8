/** Ways that several events of a youth have in common: guard by guard, to where the case comes. */

export function codings() {
  return [
    { guard: 'leadsToUnknown', target: '.unknown', actions: 'noteCode' },
    { guard: 'leadsToFollowUp', target: '.followedUp', actions: 'noteCode' },
    { guard: 'leadsToActivity', target: '.inActivity', actions: 'noteCode' },
    { guard: 'leadsToClarified', target: '.clarified', actions: 'noteCode' },
    { guard: 'leadsOutside', target: '.outside', actions: 'noteCode' },
  ] as const;
}

export function takingsBack() {
  return [
    { guard: 'leadsToUnknown', target: '.unknown', actions: 'restoreCode' },
    { guard: 'leadsToFollowUp', target: '.followedUp', actions: 'restoreCode' },
    { guard: 'leadsToActivity', target: '.inActivity', actions: 'restoreCode' },
    { guard: 'leadsToClarified', target: '.clarified', actions: 'restoreCode' },
    { guard: 'leadsOutside', target: '.outside', actions: 'restoreCode' },
    { guard: 'leadsToNone', target: '.transferred', actions: 'restoreCode' },
  ] as const;
}

export function heard() {
  return [
    { guard: 'isContact', target: 'proved', actions: 'noteContact' },
    { target: 'attempted', actions: 'noteContact' },
  ] as const;
}

export function noticed() {
  return [
    { guard: 'leavingIsWhole', target: 'complete', actions: 'noteLeaving' },
    { target: 'incomplete', actions: 'noteLeaving' },
  ] as const;
}

/** Two cases as one, or one alone again: each region comes to where the fields say. */
export function groupTogether() {
  return [
    { guard: 'leadsToUnknown', target: '.unknown' },
    { guard: 'leadsToFollowUp', target: '.followedUp' },
    { guard: 'leadsToActivity', target: '.inActivity' },
    { guard: 'leadsToClarified', target: '.clarified' },
    { guard: 'leadsOutside', target: '.outside' },
    { target: '.transferred' },
  ] as const;
}

export function contactsTogether() {
  return [
    { guard: 'provesTogether', target: '.proved' },
    { guard: 'triesTogether', target: '.attempted' },
    { target: '.none' },
  ] as const;
}

export function leavingTogether() {
  return [
    { guard: 'leavingIsWhole', target: '.complete' },
    { guard: 'hasLeft', target: '.incomplete' },
    { target: '.notApplicable' },
  ] as const;
}
