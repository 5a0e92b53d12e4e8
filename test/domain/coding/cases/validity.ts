import { cases, in2013, in2015, in2018, in2026, reached } from './case.ts';

const valid = 'code-is-valid';
const later = [in2018, in2026];
const since2015 = [in2015, in2018, in2026];

export const validityCases = [
  ...cases('Codes merged in January 2015 are not set any more; old rows read as the new code (briefing, merges)', [
    [
      'OTUK>OTVE',
      reached,
      'refused',
      { rule: `${valid}.has-another-name`, reportCode: 'OTEV', group: 3, lacks: ['OTVE'] },
      since2015,
    ],
    ['OTUK>OTVA', reached, 'refused', { reportCode: 'OTEV' }, since2015],
    ['OTUK>OTVU', reached, 'refused', { reportCode: 'OTEV' }, since2015],
    ['OTUK>OTVF', reached, 'refused', { reportCode: 'OTEV' }, [in2015, '2015-01-01', '2016-06-30']],
    ['OTUK>OTLE', reached, 'refused', { reportCode: 'OTLL' }, since2015],
    ['OTUK>OTLA', reached, 'refused', { reportCode: 'OTLL' }, since2015],
    ['OTUK>OTGK', reached, 'refused', { reportCode: 'OTLL' }, since2015],
    ['OTUK>OTIL', reached, 'refused', { reportCode: 'OTOV', group: 2 }, since2015],
    ['OTUK>OTVE_FEIL', reached, 'refused', { reportCode: 'OTEV_IM', group: 5, target: false }, since2015],
    // The briefing's own example: in school in September, reached in October; the old name is told what it is called now.
    [
      'OTUK>OTVE',
      { ...reached, atFirstContact: 'in-school', viaOt: 'no' },
      'refused',
      { code: 'OTVE_FEIL', reportCode: 'OTEV_IM', group: 5, target: false, fits: ['OTEV_IM'], lacks: ['OTVE_FEIL'] },
      [in2015],
    ],
    ['OTUK>OTEV', reached, 'refused', { rule: `${valid}.not-in-the-list` }, [in2013, '2014-12-31']],
    ['OTUK>OTLL', reached, 'refused', {}, [in2013]],
    ['OTUK>OTEV_IM', reached, 'refused', {}, [in2013]],
    ['OTVE>OTOV', {}, 'allowed', {}, since2015],
  ]),
  ...cases('From 1 July 2016 the codes outside the target group end in _IM, and OTVF is back (list)', [
    [
      'OTUK>OTFA',
      { reasons: ['moved-county'] },
      'refused',
      { reportCode: 'OTFA_IM', group: 5, fits: ['OTFA_IM'], lacks: ['OTFA'] },
      [...later, '2016-07-01'],
    ],
    ['OTUK>OTFU', { reasons: ['abroad'] }, 'refused', { reportCode: 'OTFU_IM' }, later],
    ['OTUK>ELGS', {}, 'refused', { reportCode: 'ELGS_IM' }, later],
    ['OTUK>ELVG', {}, 'refused', { reportCode: 'ELVG_IM' }, later],
    [
      'OTUK>OTFA_IM',
      { reasons: ['moved-county'] },
      'refused',
      { reportCode: 'OTFA', fits: ['OTFA'] },
      [in2013, in2015, '2016-06-30'],
    ],
    ['OTUK>ELVG_IM', {}, 'refused', {}, [in2013, in2015]],
    ['OTUK>OTVF', { ...reached, viaOt: 'yes' }, 'allowed', {}, ['2014-12-31', '2016-07-01', in2026]],
    ['OTUK>OTVF_IM', { ...reached, viaOt: 'no' }, 'refused', { reportCode: 'OTEV_IM' }, [in2015]],
  ]),
  ...cases('A transfer code is no status; the youth keeps it beside (flowchart; two families of codes)', [
    ['OTUK>OSON', reached, 'refused', { rule: `${valid}.transfer-code` }],
    ['OTUK>OESL', reached, 'refused', { rule: `${valid}.transfer-code` }],
    ['OSON>OTUK', {}, 'allowed'],
    ['OTUK>OTXX', reached, 'refused', { rule: `${valid}.no-such-code` }],
    ['OTUK>FEIL', { reasons: ['registered-by-mistake'] }, 'refused', { rule: `${valid}.no-such-code` }],
    ['OTUK>-', reached, 'refused', { rule: `${valid}.no-code`, fits: ['OTOV'] }],
  ]),
  ...cases('The first list is from 15 September 2011', [
    ['->OTUK', {}, 'refused', { rule: `${valid}.no-list-yet`, lacks: ['OTUK'] }, ['2011-09-14']],
    ['->OTUK', {}, 'allowed', {}, ['2011-09-15']],
  ]),
];
