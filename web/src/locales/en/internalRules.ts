import type { Shape } from '../shape.ts'
import type { internalRules as zh } from '../zh/internalRules.ts'

/** The rules an institution made for itself, and what the law asks it to have. */
export const internalRules: Shape<typeof zh> = {
  internalRules: {
    title: 'Internal rules',
    note: 'What the law that applies here asks the institution to have, article by article, and the rules it made: document, approving body, first day.',
    asked: 'Rules the law asks for',
    nothingAsked: 'No rules are asked of this institution',
    nothingAskedHint: 'Enter province, level and ownership in the institution profile first.',
    complete: 'Everything asked for is entered',
    lacking_one: '{{count}} missing',
    lacking_other: '{{count}} missing',
    enter: 'Enter a rule',
    amend: 'Change',
    own: 'Rules entered',
    none: 'No internal rules entered yet',
    state: 'State',
    states: { missing: 'missing', in_force: 'in force', to_renew: 'to be reviewed' },
    ruleStates: {
      ahead: 'not in force yet',
      in_force: 'in force',
      to_renew: 'in force, to be reviewed',
      expired: 'expired',
      ended: 'repealed',
    },
    forces: { must: 'must', should: 'should' },
    due: 'by',
    unknown: 'Not known yet: {{facts}}',
    known: 'What the registers tell the law',
    knownHint:
      'Taken from the institution profile and the posts; what nobody entered is unknown, never none.',
    toProfile: 'Add to the institution profile',
    askedBy: 'Articles that ask for it',
    notAsked: 'The law that applies here does not ask for this rule.',
    approvedByHint: 'Such as the management meeting, the Party committee, the staff congress.',
    reviewHint:
      'The day the document names; left empty, the default period of this platform reminds.',
    reviewDefault: 'Counted by the default of this platform; no text gives a period.',
    validToHint: 'First day on which it no longer holds; leave it empty if it has no term.',
    endedOnHint: 'First day on which it is repealed or replaced.',
    search: 'Title, number, approving body or remark',
    fields: {
      topic: 'Topic',
      title: 'Title',
      number: 'Number',
      approvedBy: 'Approved by',
      approvedOn: 'Approved on',
      inForceOn: 'In force on',
      validTo: 'Valid to',
      endedOn: 'Repealed on',
      reviewOn: 'Review by',
      file: 'Document',
      remark: 'Remark',
      reason: 'Why it is changed',
    },
  },
}
