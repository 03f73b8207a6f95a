import { addDays, type Day, day, daysBetween } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, FileRef } from '../procedure/entry.ts'
import { alreadyDone, notYet } from '../procedure/order.ts'
import { dealOf, isOpenToBids } from './pricing/deal.ts'
import {
  type CaseState,
  latestNotice,
  noticeStands,
  openObjection,
  planNoticeStands,
} from './state.ts'
import { decide, neededActs, replay } from './testing/bound.ts'
import {
  contract,
  law,
  mainLine,
  notice,
  plan,
  resolution,
  terms,
  walk,
} from './testing/main-line.ts'
import { transferCase } from './transfer-case.ts'

// Anybody may try anything at any time. Whatever the decider lets through, a case never stands where
// it may not: these are the invariants of the procedure, checked without asking the law again.

const paper: FileRef = { name: '材料.pdf', sha256: 'b'.repeat(64), size: 1 }
const papers = { hasDecisions: true, hasContract: true, hasIncome: true }
const cheaper = { ...terms, price: '90000000' }

/** What people fill in: mostly right, sometimes not. */
const [start] = mainLine.filter((step) => step[2] === 'negotiationStarted').map((step) => step[3])
const { counterparty: _who, ...toBidders } = terms
const bought = { counterparty: '示例买方（虚构）', price: '100000000', confirmation: '确-1' }
const offered = { floor: terms.price, number: '号-1' }
const forms: Readonly<Record<string, readonly unknown[]>> = {
  negotiationStarted: [start, { ...start, pricing: 'listing' }, { ...start, pricing: 'auction' }],
  listed: [{ ...offered, exchange: '示例', listedUntil: '2027-12-31' }],
  auctionAnnounced: [{ ...offered, auctioneer: '示例', heldOn: '2026-12-31' }],
  bidReceived: [{ bidder: '示例买方（虚构）', amount: '100000000' }],
  listingEnded: [{ outcome: 'matched', ...bought }, { outcome: 'unsold' }],
  auctionHeld: [{ outcome: 'knocked_down', ...bought }, { outcome: 'no_sale' }],
  floorLowered: [{ floor: '70000000', reason: '流标' }],
  dealPublished: [{ counterparty: '示例买方（虚构）', price: '100万元' }],
  rightChangeFiled: [{ office: '示例' }],
  contractAmended: [{ number: '补-1', summary: '变化' }],
  factsTold: [{ involvesPatent: 'yes' }, { coOwned: 'no' }],
  licenceRenewed: [{ until: '2030-01-01', basis: '续' }],
  licenceExpired: [{ remark: '到期' }],
  disclosureReturned: [{ questions: '？' }],
  titleLeftOpen: [{ reason: '待定' }],
  specialApprovalRecorded: [{ document: '批复' }],
  screened: [
    { stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'no' },
    { stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'unsure' },
  ],
  proposed: [{ terms }, { terms: cheaper }, { terms: toBidders }],
  noticePublished: [notice, { ...notice, price: '90万元' }, { ...notice, price: undefined }],
  objectionFiled: [{ name: '丙', text: '异议', inWriting: true, toDepartment: true }],
  abnormalityFound: [{ text: '异常' }],
  objectionFound: ['continue', 'amend', 'stop'].map((outcome) => ({ finding: '已核实', outcome })),
  termsChanged: [
    { reason: '变化', terms: cheaper },
    { reason: '复原', terms },
  ],
  decided: [resolution, { ...resolution, result: 'altered' }, { ...resolution, minuted: false }],
  signed: [
    contract,
    { ...contract, price: '90000000' },
    { ...contract, counterparty: '示例买方（虚构）' },
  ],
  reportReturned: [{ reason: '缺件' }],
  reportSupplemented: [{ ...papers, final: true }],
  planDrafted: [plan, { ...plan, toTto: '13200001', toInstitution: '13199999' }],
  planAgreed: plan.lines.map(({ name }) => ({ member: name })),
  planObjected: [{ name: '丙', text: '异议' }],
  planObjectionFound: ['continue', 'amend'].map((outcome) => ({ finding: '已核实', outcome })),
  changeNoticePublished: [{ text: '变化' }],
  terminated: [{ reason: '违约' }],
  reopened: [{ reason: '后续到账' }],
  withdrawn: [{ reason: '放弃' }],
  tipReceived: [{ text: '线索' }],
  writeOffProposed: [{ amount: '1', reason: '坏账' }],
  receivableWrittenOff: [{ amount: '1', reason: '坏账' }],
  writeOffTakenBack: [{ reason: '误记' }],
  registrationAmended: [{ remark: '注销' }],
  universityReviewed: [{ opinion: '同意' }],
}

const formsOf = (type: string): readonly unknown[] =>
  forms[type] ?? mainLine.filter((step) => step[2] === type).map(([, , , data]) => data)

const allTypes = Object.keys(transferCase.acts).filter((type) => formsOf(type).length > 0)

interface Try {
  readonly pick: number
  readonly form: number
  readonly days: number
}

const tries = fc.array(
  fc.record({
    pick: fc.nat(100_000),
    form: fc.nat(1_000),
    days: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.integer({ min: 15, max: 18 })),
  }),
  { minLength: 15, maxLength: 45 },
)

/** Tries acts one after the other, mostly such as could come next; checks every one that is let through. */
function run(start: readonly Act[], choices: readonly Try[]) {
  const acts = [...start]
  let state = replay(acts)
  let today = acts.at(-1)?.on ?? day('2026-02-01')
  for (const { pick, form, days } of choices) {
    today = addDays(today, days)
    const type = typeFor(state, pick)
    const data = dataFor(type, form, today)
    // Whoever proposes a write-off does not record it.
    const at = type === 'receivableWrittenOff' ? -1 : 0
    const role = transferCase.acts[type]?.who.at(at) ?? 'admin'
    const by = { person: `p-${role}`, name: '示例', role }
    const act = { type, on: today, at: `${today}T09:00:00+08:00`, by, files: [paper] }
    const decision = decide({ law, today }, state, { ...act, data })
    if (decision.kind === 'refused') continue
    const entry = { ...act, seq: acts.length + 1, data: decision.data }
    check(state, entry, decision.after)
    acts.push(entry)
    state = decision.after
  }
  return { acts, state }
}

/** What the main line waits for, what is possible, or anything at all. */
function typeFor(state: CaseState | undefined, pick: number): string {
  const possible = allTypes.filter(
    (type) => !alreadyDone(transferCase, state, type) && !notYet(transferCase, state, type),
  )
  const needed = (state ? neededActs(state) : []).filter((type) => allTypes.includes(type))
  const chance = pick % 20
  const from = chance < 8 && needed.length > 0 ? needed : chance < 17 ? possible : allTypes
  return from[Math.floor(pick / 20) % from.length] ?? 'caseOpened'
}

function dataFor(type: string, form: number, today: Day): unknown {
  if (/Certified$/.test(type)) return { lastShownOn: addDays(today, -(form % 3)) }
  const all = formsOf(type)
  return all[form % all.length] ?? {}
}

function check(before: CaseState | undefined, act: Act, after: CaseState): void {
  expect(before?.status).not.toBe('rejected')
  expect(before?.status).not.toBe('withdrawn')
  if (act.type === 'signed') {
    expect(latestNotice(after)?.lastShownOn).toBeDefined()
    expect(after.decision?.data.result).toBe('passed')
    expect(after.title).toBeDefined()
    expect(after.review?.data.outcome).toBe('passed')
    expect(openObjection(after)).toBeUndefined()
    if (isOpenToBids(after)) checkDeal(after)
    else {
      expect(noticeStands(after)).toBe(true)
      expect(after.signing?.data.price).toBe(latestNotice(after)?.terms?.price)
    }
  }
  if (act.type === 'listed' || act.type === 'auctionAnnounced') {
    expect(before?.decision?.data.result).toBe('passed')
    expect(before && openObjection(before)).toBeUndefined()
  }
  if (act.type === 'noticeCertified') {
    const { on, lastShownOn } = latestNotice(after) as { on: Day; lastShownOn: Day }
    expect(daysBetween(on, lastShownOn)).toBeGreaterThanOrEqual(15)
    expect(act.on > lastShownOn || daysBetween(on, act.on) > 15).toBe(true)
  }
  if (act.type === 'paid') checkPayout(after, act.on)
  if (act.type === 'closed') {
    expect(after.receipts.every(({ distribution }) => distribution !== undefined)).toBe(true)
    expect(after.report).toBeDefined()
  }
}

/** What was offered is signed with who bought it, at the price they paid, over the decided floor. */
function checkDeal(after: CaseState): void {
  const deal = dealOf(after)
  expect(after.signing?.data).toMatchObject({
    counterparty: deal?.counterparty,
    price: deal?.price,
  })
  expect(BigInt(deal?.price ?? 0) >= BigInt(after.terms?.price ?? 0)).toBe(true)
}

function checkPayout(after: CaseState, on: Day): void {
  const { plan: paid, payment } = after.distributions.at(-1) as NonNullable<
    CaseState['distributions'][number]
  >
  expect(planNoticeStands(paid)).toBe(true)
  expect(daysBetween(paid.notice?.on as Day, on)).toBeGreaterThan(15)
  expect(paid.agreed).toHaveLength(paid.data.lines.length)
  expect(payment.data.lines.map(({ amount }) => amount)).toEqual(
    paid.data.lines.map(({ amount }) => amount),
  )
  if (after.change && after.change.on <= on) {
    expect(daysBetween(after.changeNotice?.on as Day, on)).toBeGreaterThan(15)
    expect(after.changeNotice?.lastShownOn).toBeDefined()
  }
}

const reached = new Map<string, number>()

test('no sequence of acts leads where a case may not stand, and the record tells the whole of it', () => {
  fc.assert(
    fc.property(fc.nat(mainLine.length - 1), tries, (done, choices) => {
      const { acts, state } = run(walk(mainLine.slice(0, done)).acts, choices)
      for (const { type } of acts.slice(done)) reached.set(type, (reached.get(type) ?? 0) + 1)
      expect(replay(acts)).toEqual(state)
      expect(replay(JSON.parse(JSON.stringify(acts)) as readonly Act[])).toEqual(state)
    }),
    { numRuns: 60, seed: 20_260_115, endOnFailure: true },
  )
}, 180_000)

test('the sequences went somewhere', () => {
  for (const type of ['objectionFound', 'termsChanged', 'listed', 'signed', 'paid', 'closed'])
    expect(reached.get(type) ?? 0, type).toBeGreaterThan(0)
})
