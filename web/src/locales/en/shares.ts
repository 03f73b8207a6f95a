import type { Shape } from '../shape.ts'
import type { shares as chinese } from '../zh/shares.ts'

/** Who owns a right, who bears its fees, and what others owe of them. */
export const shares: Shape<typeof chinese> = {
  shares: {
    title: 'Owners and shares of fees',
    all: 'All shares of fees',
    record: 'Record owners and shares',
    recordLead:
      'It holds from the day given until the next one is recorded. The shares of the title make 100% among the owners; the shares of the fees make 100% among all, licensees too.',
    since: 'From {{day}} on',
    from: 'From what day',
    party: 'Party',
    role: 'Role',
    roles: { own: 'This institution', owner: 'Co-owner', licensee: 'Licensee' },
    ofTitle: 'Share of the title',
    ofFees: 'Share of the fees',
    reducedUntil: 'Fees reduced through (year)',
    reducedHint:
      'With several owners the fees are reduced only where each of them qualifies. Where one is empty or over, the full fee is counted.',
    addParty: 'Add a party',
    basis: 'Basis',
    basisHint:
      'The agreement or licence, with its clause. Attach the proof below; it joins the files of this right.',
    none: 'Owned by this institution alone, which bears all fees',
    noneYet: 'There are co-owners; their shares are not recorded yet',
    noneHint: 'Once they are, each paid fee shows what every party owes of it.',
    titleOfAchievement: 'Title registered of the achievement:',
    before: 'Former shares',
    costs: 'Shares of paid fees',
    fee: 'Fee',
    owed: 'Owed',
    claimed: 'Claimed',
    received: 'Received',
    outstanding: 'Outstanding',
    state: 'State',
    states: {
      open: 'To be claimed',
      claimed: 'Claimed, not all received',
      settled: 'Settled',
      over: 'More claimed than owed',
    },
    kinds: { claimed: 'Claimed', received: 'Received' },
    noParty: 'no party any more',
    claim: 'Record a claim',
    claimLead: 'What the party is asked for: its share or less, never more.',
    receive: 'Record a receipt',
    receiveLead:
      'It gives back a fee that was advanced. It is no income from the achievement and belongs to no case.',
    amount: 'Amount',
    day: 'Day',
    letter: 'Letter of the claim (number)',
    voucher: 'Voucher of the receipt (number)',
    entries: '{{count}} entries',
    takeBack: 'Take back',
    takeBackLead: 'It stays readable and counts no more.',
    takenBack: 'Taken back by {{name}} on {{day}}:',
    listTitle: 'Shares of fees',
    listLead: 'What co-owners and licensees owe of paid fees: to be claimed, claimed, received.',
    noCosts: 'Nobody else owes a part of a fee',
    noCostsHint:
      'Record the owners and their shares on the page of a right; its paid fees are listed here then.',
  },
}
