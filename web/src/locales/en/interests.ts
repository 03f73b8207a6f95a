import type { Shape } from '../shape.ts'
import type { interests as zh } from '../zh/interests.ts'

/** What ties people to enterprises, as they declare it. */
export const interests: Shape<typeof zh> = {
  interests: {
    title: 'Declarations of interests',
    mine: 'My declaration of interests',
    of: 'Declaration of interests of {{name}}',
    note_one:
      'Shares, posts and other ties of oneself and close family to enterprises; good for {{count}} month (default of this platform, no text gives a period).',
    note_other:
      'Shares, posts and other ties of oneself and close family to enterprises; good for {{count}} months (default of this platform, no text gives a period).',
    listNote: 'Declared by each for themself. Nothing on file is unknown, and never no interest.',
    search: 'Search by name or enterprise',
    state: 'State',
    states: { none: 'nothing on file', expired: 'expired', valid: 'valid' },
    noneHint: 'Whoever has no ties declares that once, too.',
    declare: 'Declare interests',
    renew: 'Declare anew',
    declareHint:
      'Each declaration is whole and takes the place of the one before, which stays readable. Names of relatives are sealed when saved.',
    declaredOn: 'Declared on',
    validUntil: 'Valid until',
    earlier: 'Declared earlier',
    hasNone: 'Declared: nothing to declare',
    enteredBy: 'Entered by {{name}} from what the person signed; declare anew where it is wrong.',
    line: 'No. {{number}}',
    addLine: 'Add an enterprise',
    removeLine: 'Take this out',
    confirmNone: 'Neither I nor my close family have ties to declare',
    confirmWhole: 'This declaration is true and whole',
    submit: 'Declare',
    usccHint: 'Optional; it makes matching exact.',
    holderHint:
      'Sealed when saved and whole to you alone; discipline opens it for a purpose that stays on record.',
    detailHint: 'Such as the share held, the post, since when.',
    matched_one: '{{count}} declared tie to the other side of this deal',
    matched_other: '{{count}} declared ties to the other side of this deal',
    undeclared_one: '{{count}} person concerned has no valid declaration: not known',
    undeclared_other: '{{count}} persons concerned have no valid declaration: not known',
    articles: 'Articles: ',
    by: { uscc: 'same credit code', name: 'same name' },
    parts: { inventor: 'inventor', officer: 'officer', actor: 'acted in it', leader: 'leadership' },
    fields: {
      enterprise: 'Enterprise',
      uscc: 'Unified social credit code',
      tie: 'Tie',
      through: 'Through',
      holder: 'Name of the relative',
      detail: 'Detail',
    },
  },
}
