// The facts of notices and objections: always those of the latest notice.

import type { CaseFacts } from '../procedure/procedure.ts'
import type { ActData } from './acts.ts'
import { venueFacts } from './notice/venues.ts'
import { agreedTerms, dealOf } from './pricing/deal.ts'
import {
  type CaseState,
  lastFindingSeq,
  latestNotice,
  type NoticeState,
  type ObjectionState,
  objectionsTo,
  sameTerms,
  type Terms,
} from './state.ts'

/** The facts of the notice of the deal, of the notice of a change, and of the objections to them. */
export function publicFacts(state: CaseState): CaseFacts {
  const notice = latestNotice(state)
  return {
    noticeOn: notice?.on ?? null,
    noticeEndedOn: notice?.lastShownOn ?? null,
    ...(notice && shownFacts(state, notice)),
    ...objectionFacts(state, notice),
    ...changeFacts(state),
    ...venueFacts(state),
  }
}

const has = (text: string | undefined): boolean => text !== undefined && text !== ''

function shownFacts(state: CaseState, notice: NoticeState): CaseFacts {
  const shown = notice.data
  const leading = state.opened.data.team.filter(({ holdsLeadingPost }) => holdsLeadingPost)
  return {
    noticeNamesAchievement: has(shown.achievement),
    noticeNamesTeam: has(shown.team),
    noticeNamesMode: has(shown.mode),
    noticeNamesCounterparty: has(shown.counterparty),
    noticeNamesPrice: has(shown.price),
    noticeNamesDistribution: has(shown.distribution),
    objectionProcedurePublic: has(shown.objectionProcedure),
    // What is published here is shown in the institution.
    noticeShownInHouse: true,
    leadersDisclosed: leading.every(({ name }) =>
      shown.leaders.some((leader) => leader.name === name),
    ),
    termsMatchNotice:
      sameTerms(notice.terms, state.terms) && showsTerms(shown, notice.terms) && isAsSigned(state),
  }
}

/** What the public reads is what was reviewed: the counterparty and the price, or the rule of sharing, are compared. */
function showsTerms(
  { counterparty, price }: ActData<'noticePublished'>,
  terms: Terms | undefined,
): boolean {
  const isShared = terms?.price === undefined && terms?.sharingRule !== undefined
  return (
    (counterparty === undefined || counterparty === terms?.counterparty) &&
    (price === undefined ||
      (isShared ? price === terms.sharingRule : fenOf(price) === terms?.price))
  )
}

/** `111 万元` or `1,110,000.00元` as fen; undefined when it reads otherwise. */
function fenOf(price: string): string | undefined {
  const [, digits = '', wan] = /^[¥￥]?\s*([\d,]+(?:\.\d+)?)\s*(万)?元?$/.exec(price.trim()) ?? []
  const [whole = '', rest = ''] = digits.replaceAll(',', '').split('.')
  const places = wan ? 6 : 2
  if (whole === '' || rest.length > places) return undefined
  return String(BigInt(`${whole}${rest.padEnd(places, '0')}`))
}

/** The contract says what was published; before signing there is nothing to compare. */
function isAsSigned(state: CaseState): boolean {
  const { signing, notices } = state
  // Buyer and price of an offer are added to what was published.
  const published = dealOf(state) ? agreedTerms(state) : notices.at(-1)?.terms
  if (!signing || !published) return true
  const { price, counterparty, mode = published.mode } = signing.data
  return (
    // Where income is shared by a rule no price was published.
    (published.price === undefined || price === published.price) &&
    counterparty === published.counterparty &&
    mode === published.mode
  )
}

function objectionFacts(state: CaseState, notice: NoticeState | undefined): CaseFacts {
  const all = objectionsTo(state, 'deal')
  const objection = counting(all)
  const filed = state.objections.at(-1)
  return {
    objectionRaisedOn: objection?.on ?? null,
    objectionFindingOn: objection?.finding?.on ?? null,
    freshNoticeAfterFinding: isFresh(all, notice?.seq),
    objectionNotice: filed?.against ?? null,
    objectionKind: filed?.kind ?? null,
    ...(filed?.filed && {
      objectionNamed: has(filed.filed.name),
      objectionInWriting: filed.filed.inWriting,
      objectionToDepartment: filed.filed.toDepartment,
    }),
  }
}

/** The objection that counts: the earliest unanswered one, else the latest. */
function counting(all: readonly ObjectionState[]): ObjectionState | undefined {
  return all.find(({ finding }) => finding === undefined) ?? all.at(-1)
}

/** Whether every objection was answered and a notice came after the last answer; null without objections. */
function isFresh(all: readonly ObjectionState[], noticeSeq: number | undefined): boolean | null {
  if (all.length === 0) return null
  const isAnswered = all.every(({ finding }) => finding !== undefined)
  return isAnswered && (noticeSeq ?? 0) > lastFindingSeq(all)
}

/** What is to be told of a change of terms after signing. */
export function changeFacts(state: CaseState): CaseFacts {
  const { change, changeNotice } = state
  const all = objectionsTo(state, 'change')
  return {
    termsChangedOn: change?.on ?? null,
    ...(change && { changeIsObjective: change.data.objective }),
    changeNoticeOn: changeNotice?.on ?? null,
    changeNoticeEndedOn: changeNotice?.lastShownOn ?? null,
    changeObjectionRaisedOn: counting(all)?.on ?? null,
    freshChangeNoticeAfterFinding: isFresh(all, changeNotice?.seq),
  }
}
