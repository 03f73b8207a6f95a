// Which facts the files of an act prove.
import type { ActType } from './acts.ts'
import type { CaseState } from './state.ts'

const proves: Readonly<Partial<Record<ActType, readonly string[]>>> = {
  disclosed: ['disclosedOn'],
  titleRegistered: ['titleStatus', 'titleShareSum'],
  titleLeftOpen: ['titleOpenReason'],
  screened: [
    'screenedOn',
    'involvesStateSecret',
    'involvesNationalSecurity',
    'involvesKeyTechnology',
  ],
  specialApprovalRecorded: ['specialApprovalOn'],
  negotiationStarted: [
    'counterparty',
    'counterpartyStateOwned',
    'appraisal',
    'relatedPartiesDeclared',
  ],
  negotiationLogged: ['negotiationRecorded', 'evaluated', 'siteVisited'],
  proposed: ['proposedOn'],
  reviewed: ['reviewOutcome', 'ethicsReview', 'complianceReview', 'riskReview'],
  noticePublished: ['noticeOn'],
  objectionFiled: ['objectionRaisedOn'],
  objectionFound: ['objectionFindingOn'],
  noticeCertified: ['noticeEndedOn'],
  decided: ['decidedOn', 'decisionResult', 'decisionMinuted'],
  signed: ['signedOn', 'signedByInstitution', 'signedByPlatformCompany', 'signingAuthorised'],
  contractRegistered: ['registrationOutcome', 'registeredOn'],
  registrationReported: ['registrationReportedOn'],
  universityReviewed: ['universityReviewedOn'],
  reported: ['reportedOn', 'platformFiledOn'],
  reportSupplemented: ['reportSupplementedOn'],
  receiptRecorded: ['grossIncome', 'incomeInBudget'],
  costRecorded: ['costs'],
  planDrafted: ['toContributors', 'toTto', 'recipients'],
  planAgreed: ['teamAgreed', 'agreementsSigned'],
  planNoticePublished: ['planNoticeOn'],
  planNoticeCertified: ['planNoticeEndedOn'],
  termsChanged: ['termsChangedOn'],
  changeNoticePublished: ['changeNoticeOn'],
  changeNoticeCertified: ['changeNoticeEndedOn'],
  paid: ['paidOn'],
  registrationAmended: ['registrationAmendedOn'],
}

/** The names of the files behind each fact. */
export function papersOf({ papers }: CaseState): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(papers).flatMap(([type, names]) =>
      names.length === 0 ? [] : (proves[type as ActType] ?? []).map((fact) => [fact, names]),
    ),
  )
}
