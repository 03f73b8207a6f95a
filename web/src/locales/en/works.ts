import type { Shape } from '../shape.ts'
import type { works as zh } from '../zh/works.ts'

/** What persons put to use, as title reviews ask for it. */
export const works: Shape<typeof zh> = {
  works: {
    mine: 'My achievements put to use',
    of: 'Achievements put to use by {{name}}',
    note: 'Drawn from the registers of achievements, cases, contracts and receipts, for title reviews; each line names its sources.',
    none: 'No achievement has been put to use yet',
    noneHint:
      'Inventors are matched with the register by staff number, else by name; if one is missing, ask the office.',
    print: 'Print',
    asOf: 'As of',
    achievement: 'Achievement',
    rank: 'Place and share',
    rankOf: '{{rank}} of {{team}}',
    cases: 'Cases',
    contracts: 'Contracts and amounts',
    received: 'Received',
    joint: 'Under contracts shared with other achievements, in all',
    rights: 'Rights granted',
    right: 'Right',
    grantedOn: 'Granted or registered',
    state: 'Legal state',
    services: 'Commissioned work',
    servicesNote:
      'Matched by the names of who is in charge and of the team; names that two people here bear are left out: please check.',
    contract: 'Contract',
    client: 'Client',
    part: 'Part',
    leads: 'In charge',
    member: 'Of the team',
    amount: 'Amount',
    byName: 'Matched by name only: please check',
    statuses: { open: 'open', suspended: 'suspended', closed: 'closed', ended: 'ended' },
  },
}
