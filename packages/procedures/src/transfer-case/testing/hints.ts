// What people know of a transfer beside what its forms say: the usual answers, and the sums that must
// add up with what was agreed, received and planned.
import type { Hints, Seen } from '../../testing/anyone.ts'
import { companies } from '../../testing/form.ts'
import { collectsForOthers, partsByTitle } from '../co-owners/co-owners.ts'
import { routeOf } from '../modes/mode.ts'
import { agreedTerms, isOpenToBids, offerOf } from '../pricing/deal.ts'
import { awaited, type CaseState } from '../state.ts'
import { assessCase } from './bound.ts'

type Data = Readonly<Record<string, unknown>>
type Known = Seen<CaseState>

const member = (name: string, isChief = false) => ({
  name,
  isInventor: true,
  isChief,
  holdsLeadingPost: isChief,
})
const hospital = '示例医院（虚构）'
const own = [{ name: hospital, share: '100%' }]
const shared = [
  { name: hospital, share: '60%' },
  { name: '示例大学（虚构）', share: '40%' },
]
const modes = ['license', 'license', 'assignment', 'cooperation', 'equity_contribution']

export const transferHints: Hints<CaseState> = {
  often: {
    receiptRecorded: 0.01,
    costReimbursed: 0.02,
    planObjected: 0.05,
    floorLowered: 0.3,
    bidReceived: 0.2,
    openLicenceDeclared: 0.1,
    rightChangeFiled: 0.2,
    rightChanged: 0.2,
    closed: 0.3,
    stepRedone: 0.004,
    titleLeftOpen: 0.01,
    negotiationStarted: 0.003,
    screened: 0.01,
    reportReturned: 0.02,
    writeOffProposed: 0.05,
    reopened: 0.3,
  },
  mostly: {
    '*': { disputed: [false], counterparty: companies },
    caseOpened: {
      team: [[member('示例甲')], [member('示例甲'), member('示例乙', true)]],
    },
    titleRegistered: {
      holders: [own, own, own, shared],
      othersIncome: ['through_us', 'through_us', 'on_their_own', 'given_up'],
    },
    negotiationStarted: {
      mode: [...modes, 'self_implementation', 'other'],
      pricing: [...Array(5).fill('agreement'), 'listing', 'auction'],
      relatedPartiesDeclared: [true],
    },
    reviewed: {
      outcome: [...Array(9).fill('passed'), 'returned'],
      ethics: ['passed', 'not_applicable'],
      compliance: ['passed'],
      risk: ['passed'],
    },
    decided: {
      members: [9],
      present: [8, 9],
      votesFor: [7],
      votesAgainst: [0, 1],
      abstentions: [0],
      result: [...Array(16).fill('passed'), 'deferred', 'altered', 'rejected'],
    },
    objectionFound: { outcome: ['continue', 'continue', 'amend', 'stop'] },
    planObjectionFound: { outcome: ['continue', 'amend'] },
    signed: { byInstitution: [true], byPlatformCompany: [false], byInventor: [false] },
    contractRegistered: { outcome: [...Array(9).fill('registered'), 'refused', 'not_technology'] },
    openLicenceDeclared: { exclusivelyLicensed: [false], pledged: [false] },
    paid: { countedInWages: [true], cappedByWages: [false], taxRelief: [false] },
  },
  sums: {
    proposed: ({ state, luck }) => ({ terms: termsOf(state, `${1 + luck.below(900)}000000`) }),
    termsChanged: ({ state, luck }) => ({
      terms: {
        ...(state.terms ?? {}),
        ...(luck.happens(0.1)
          ? { counterparty: luck.oneOf(companies) }
          : { price: `${1 + luck.below(900)}000000` }),
      },
    }),
    noticePublished: ({ state }) => ({
      ...shownTerms(state),
      leaders: state.opened.data.team
        .filter(({ holdsLeadingPost }) => holdsLeadingPost)
        .map(({ name }) => ({ name, contribution: '完成人', reward: '现金', share: '35%' })),
    }),
    listed: ({ state }) => ({ floor: state.terms?.price ?? '1' }),
    auctionAnnounced: ({ state }) => ({ floor: state.terms?.price ?? '1' }),
    listingEnded: (known) => ending(known, 'matched', 'unsold'),
    auctionHeld: (known) => ending(known, 'knocked_down', 'no_sale'),
    floorLowered: ({ state }) => ({ floor: part(state.terms?.price, 2n) }),
    signed: ({ state }) => {
      const { counterparty, price, mode } = agreedTerms(state) ?? {}
      return { mode, ...(counterparty && { counterparty }), ...(price && { price }) }
    },
    receiptRecorded: ({ state, luck }) => {
      const amount = part(state.signing?.data.price, luck.oneOf([1n, 2n]))
      const others = partsByTitle(state, hospital, BigInt(amount))
      return {
        ...{ amount, voucher: `收-${state.seq}` },
        ...(collectsForOthers(state) && { forOthers: others, othersReason: undefined }),
      }
    },
    writeOffProposed: ({ state }) => ({ amount: part(state.signing?.data.price, 1n) }),
    receivableWrittenOff: ({ state }) => ({
      amount: state.acts['writeOffProposed']?.at(-1)?.data['amount'],
    }),
    costRecorded: ({ state }) => ({ amount: '1007', voucher: `费-${state.seq}` }),
    planDrafted: plan,
    planAgreed: ({ state, luck }) => ({ member: luck.oneOf([...awaited(state), '示例甲']) }),
    planNoticePublished: () => ({ leadersDisclosed: true }),
    paid: ({ state }) => ({
      lines: state.plan?.data.lines.map(({ name, amount }) => ({ name, amount })) ?? [],
    }),
  },
}

/** Terms in the mode that is negotiated, with all that it needs. */
function termsOf(state: CaseState, price: string): Data {
  const mode = state.negotiation?.data.mode
  const route = routeOf(state)
  return {
    mode,
    distributionRule: '团队70%',
    ...(route !== 'self_implementation' && { price }),
    ...(!isOpenToBids(state) &&
      route !== 'self_implementation' && { counterparty: state.negotiation?.data.counterparty }),
    ...(route === 'license' && { licenceKind: 'plain' }),
    ...(route === 'cooperation' && { sharingRule: '各半' }),
    ...(route === 'equity_contribution' && { equityShare: '30%' }),
  }
}

/** The terms as the notice shows them, unless they are found by offers. */
function shownTerms(state: CaseState): Data {
  const { counterparty, price, sharingRule } = state.terms ?? {}
  if (isOpenToBids(state)) return { counterparty: undefined, price: undefined }
  return { counterparty, price: price === undefined ? sharingRule : `${BigInt(price) / 100n}元` }
}

/** Sold to somebody at the floor or above it, or to nobody. */
function ending({ state, luck }: Known, sold: string, unsold: string): Data {
  if (luck.happens(0.3)) return { outcome: unsold, counterparty: undefined }
  const price = String(offerOf(state)?.data.floor ?? '1')
  return { outcome: sold, counterparty: luck.oneOf(companies), price, confirmation: '确-1' }
}

/** A part of an amount in whole fen, at least one. */
function part(amount: string | undefined, by: bigint): string {
  const whole = BigInt(amount ?? '200') / by
  return `${whole > 0n ? whole : 1n}`
}

/** The least the contributors must get, by the whole team; the rest to the institution. */
function plan({ state, today, law }: Known): Data {
  const { money } = assessCase({ law }, state, today)
  const net = money?.net ?? 0n
  const floor = (money?.floors[0]?.amount ?? 0n) as bigint
  const { team } = state.opened.data
  const each = floor / BigInt(team.length)
  const lines = team.map((person, at) => ({
    ...person,
    award: 'cash',
    amount: `${at === 0 ? floor - each * BigInt(team.length - 1) : each}`,
  }))
  const left = `${net - floor}`
  return { lines, toTto: '0', toTtoStaff: '0', toInstitution: left, baseDecided: true, waived: [] }
}
