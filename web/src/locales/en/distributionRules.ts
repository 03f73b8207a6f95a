import type { Shape } from '../shape.ts'
import type { distributionRules as zh } from '../zh/distributionRules.ts'

/** How the house shares net income out by its own rule. */
export const distributionRules: Shape<typeof zh> = {
  distributionRules: {
    title: 'Distribution rule',
    note: "The institution's own shares, version by version; a plan in a case begins with what they give. Floors and caps of the law always come first.",
    inForce: 'In force',
    none: 'No distribution rule entered',
    noneHint: 'Without one, plans are bound by the floors and caps of the law alone.',
    unlawful:
      'The rule does not agree with the law of today and is to be revised; plans are judged by the law',
    advised: 'If the draft becomes law, this rule is to be adjusted',
    limits: 'Floors and caps of the law',
    limitsHint:
      'A rule gives the team no less than the floor, and office and platform company no more than the cap.',
    versions: 'Versions',
    version: 'version {{version}}',
    counts: 'in force',
    ended: 'ended',
    make: 'Enter a new version',
    makeHint:
      'It begins with the last version. From its first day it counts instead of all before it; nothing that was entered is changed.',
    save: 'Enter',
    end: 'End the rule',
    scheme: 'Shares',
    allModes: 'All modes of transfer',
    forModes: 'Tick the modes if it applies only to some',
    basis: 'What the steps count',
    bases: {
      each: 'the net income of each distribution',
      total: 'the net income of the case so far',
    },
    layer: 'Layer',
    takes: 'Takes',
    layers: {
      contributors: 'Team of contributors',
      department: 'Department',
      office: 'Transfer office',
      company: 'Platform company',
      staff: 'Of it to dedicated staff',
      institution: 'Kept by the institution',
    },
    above: 'Net income above',
    plus: 'and',
    share: 'Share',
    fixed: 'Plus a fixed amount',
    rest: 'The remainder',
    restHint:
      'What no layer takes the institution keeps. Shares are of the net income; the staff have theirs within that of the office.',
    purposes: 'What the institution keeps its part for (100% together; may stay empty)',
    addStep: 'Add a step',
    removeStep: 'Remove step',
    addScheme: 'Other shares for some modes',
    removeScheme: 'Remove these shares',
    byRule: 'By the rule',
    asByRule: 'The plan is as the rule gives',
    take: 'Take the sums the rule gives',
    departure: 'Why it departs from the rule',
    departureHint:
      'Where it departs, and why, is written into the record, for team, notice and audit.',
    departs: 'Departs from the rule:',
    moved: 'Moved, from what the rule gives, to keep a floor or cap of the law:',
    fields: {
      title: 'Title',
      number: 'Number',
      approvedBy: 'Approved by',
      approvedOn: 'Approved on',
      from: 'First day',
      to: 'No longer from',
      internalRule: 'Stands in the internal rule',
      file: 'File',
      reason: 'Why it was revised',
      endsFrom: 'No longer from',
    },
  },
}
