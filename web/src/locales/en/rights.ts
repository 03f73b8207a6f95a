import { countryWords, eventKinds, ruleOf } from '@yizhuan/docket'
import type { Shape } from '../shape.ts'
import type { rights as chinese } from '../zh/rights.ts'
import { instructionKinds } from './agents.ts'

const kinds = {
  invention: 'Invention patent',
  utility_model: 'Utility model',
  design: 'Design',
  pct: 'PCT application',
  patent: 'Patent, type to be checked',
  software: 'Software copyright',
  layout: 'Layout design',
  variety: 'Plant variety',
  preparation: 'Hospital preparation',
  trademark: 'Trademark',
  know_how: 'Know-how',
}

const statuses = {
  pending: 'Pending',
  pending_accepted: 'Accepted',
  pending_published: 'Published',
  pending_examination: 'Under examination',
  granted: 'Granted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  deemed_withdrawn: 'Deemed withdrawn',
  lapsed: 'Lapsed',
  lapsed_unpaid: 'Lapsed, fee unpaid',
  lapsed_waived: 'Waived',
  lapsed_expired: 'Term ended',
  invalidated: 'Invalidated',
  transferred: 'Transferred',
  registered: 'Registered',
  valid: 'Valid',
  expired: 'Expired',
  cancelled: 'Cancelled',
}

const decisions = {
  keep: 'Keep',
  abandon: 'Let go',
  sell: 'Sell',
  open_licence: 'Open licence',
  priority: 'claims the priority of',
  national: 'national phase of',
  divisional: 'divisional of',
  done: 'Done',
  dropped: 'Dropped',
}

/** Countries and offices abroad. */
const countries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(countryWords).map(([code, words]) => [code, words.en]),
)

/** What can befall a right. */
const events: Readonly<Record<string, string>> = Object.fromEntries(
  eventKinds.map((kind) => [kind, ruleOf(kind).words.en]),
)

const shares = {
  ...{ own: 'This institution', owner: 'Co-owner', licensee: 'Licensee' },
  ...{ claimed: 'Claimed', received: 'Received' },
}

/** The register of rights. */
export const rights: Shape<typeof chinese> = {
  rights: {
    title: 'IP rights',
    lead: 'Patents, software copyrights, trademarks, layout designs, plant varieties, hospital preparations and know-how, one record each, kept for good.',
    search: 'Search by number, title or inventor',
    enter: 'Add a right',
    notYours: {
      title: 'The office enters rights',
      how: 'Rights are entered by the technology transfer office. Inventors disclose their result, or ask the office.',
    },
    amend: 'Amend',
    save: 'Save the change',
    none: 'No rights entered yet',
    noneHint: 'Enter them one by one, or import the ledger you have.',
    noNumber: 'No number yet',
    grantedShort: 'Granted',
    feeDueBy: 'Fee due by',
    feeYear: 'Year {{year}}',
    feeYearHint: 'The number of the year.',
    registered: 'What is registered',
    belongsTo: 'Belongs to',
    ownedAlone: 'Owned by this institution alone',
    noAchievement: 'Not linked to an achievement',
    findAchievement: 'Find an achievement by number, title or inventor',
    aims: {
      any: 'Transfer of {{title}}',
      sell: 'Sale of {{title}}',
      licence: 'Licence of {{title}}',
      open_licence: 'Open licence of {{title}}',
    },
    giveUp: 'Giving up {{title}}',
    contracts: 'Contracts',
    findContracts: 'Contracts that name this number',
    numberHint:
      'Application, registration or approval number; Chinese patents without CN or ZL, others as their office writes them, as US16/123,456.',
    china: 'China',
    statusDerived: 'The status follows from the timeline and changes with its events.',
    secrecyHint:
      'An invention or utility model made in China may be filed abroad only after an examination for secrecy was asked for (Patent Law, article 19); record it in the timeline of the right.',
    countryHint:
      'Of a right filed abroad, the office that received it; an international application is a kind of its own.',
    numberUnchecked: 'number not checked',
    listHint: 'Separate several with commas.',
    kinds,
    statuses,
    // What a history says for a code.
    values: {
      ...{ ...countries, ...kinds, ...statuses, ...decisions, ...events, ...shares },
      instruction: instructionKinds,
    },
    fields: {
      kind: 'Kind',
      country: 'Country',
      number: 'Number',
      title: 'Title',
      status: 'Status',
      publicationNo: 'Publication number',
      woody: 'Of vines, forest, fruit or ornamental trees',
      certificateNo: 'Certificate number',
      version: 'Version',
      dosageForm: 'Dosage form',
      completedOn: 'Completed',
      firstPublishedOn: 'First published',
      filedOn: 'Filed',
      grantedOn: 'Granted',
      validTo: 'Valid to',
      inventors: 'Inventors',
      coOwners: 'Co-owners',
      departments: 'Departments',
      agency: 'Agency',
      feeDueOn: 'Fee due',
      feePaidYear: 'Fee paid for',
      achievementId: 'Achievement',
      ledgerAchievement: 'Achievement as in the ledger',
      remark: 'Remark',
      despite: 'Why it is recorded all the same',
      event: 'Event',
      review: 'Decision',
      family: 'Family',
      deadline: 'Own deadline',
      file: 'File',
      parties: 'Owners and shares of fees',
      titleHolders: 'Owners and shares',
      reducedFrom: 'Fees reduced since',
      cost: 'Share of a fee',
      agent: 'Agency',
      instruction: 'Instruction to the agency',
    },
  },
}
