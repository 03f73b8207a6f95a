import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../facts.ts'
import { stagesOf } from '../stages.ts'
import { noticeStands } from '../state.ts'
import { decide, neededActs, nextActs } from '../testing/bound.ts'
import { stateAfter, statusOn, stepOn, told } from '../testing/lines.ts'
import {
  attempt,
  byOf,
  contract,
  law,
  notice,
  refusal,
  resolution,
  type Step,
} from '../testing/main-line.ts'
import { agreedTerms } from './deal.ts'

// A listing and an auction from the floor to the signed contract, and the ways back.

const start = {
  mode: 'license',
  pricing: 'listing',
  appraisal: 'waived',
  appraisalReason: '已评价',
  relatedPartiesDeclared: true,
}
const terms = {
  mode: 'license',
  price: '80000000',
  licenceKind: 'plain',
  distributionRule: '团队70%',
}
const { counterparty: _who, price: _price, ...shown } = notice
const other = {
  negotiationStarted: start,
  negotiationLogged: { kind: 'evaluation', summary: '第三方评价' },
  proposed: { terms },
  noticePublished: { ...shown, pricingMethod: '挂牌，底价80万元' },
}
const decided = [...told('signed', other)]
const listing = {
  exchange: '示例技术交易所（虚构）',
  number: 'GP-1',
  floor: '80000000',
  listedUntil: '2026-04-30',
}
const office = 'tto_negotiator'
const listed: Step = ['2026-04-01', office, 'listed', listing]
const deal = {
  outcome: 'matched',
  counterparty: '示例买方（虚构）',
  price: '95000000',
  confirmation: 'CJ-1',
}
const matched: Step = ['2026-05-06', office, 'listingEnded', deal]
const unsold: Step = ['2026-05-06', office, 'listingEnded', { outcome: 'unsold' }]
const bought = { ...contract, counterparty: '示例买方（虚构）', price: '95000000' }

const auction = told('signed', { ...other, negotiationStarted: { ...start, pricing: 'auction' } })
const announced: Step = [
  '2026-04-01',
  office,
  'auctionAnnounced',
  { auctioneer: '示例拍卖行（虚构）', number: 'PM-1', floor: '80000000', heldOn: '2026-04-20' },
]
const held = {
  outcome: 'knocked_down',
  bids: [{ bidder: '示例买方（虚构）', amount: '95000000' }],
  counterparty: '示例买方（虚构）',
  price: '95000000',
  confirmation: 'CJ-2',
}

test('a listing goes from the decided floor to the contract, and buyer and price are added', () => {
  const steps = [...decided, listed, matched]
  const state = stateAfter(steps)
  expect(agreedTerms(state)).toMatchObject({ counterparty: '示例买方（虚构）', price: '95000000' })
  expect(stagesOf(state).find(({ id }) => id === 'listing')?.status).toBe('done')
  expect(noticeStands(state)).toBe(true)
  expect(neededActs(state)).toEqual(['dealPublished', 'signed'])
  const added: Step = [
    '2026-05-07',
    office,
    'dealPublished',
    { counterparty: '示例买方（虚构）', price: '95万元' },
  ]
  expect(refusal(attempt([...steps, added], stepOn('2026-06-10', 'signed', bought)))).toBe(
    'accepted',
  )
  expect(refusal(attempt([...steps, added], added))).toBe('deal-published')
})

test('its notice in-house is certified from the day after its last, and the case says which', () => {
  const shown = told('noticeCertified', other)
  const certify = nextActs({ law, today: day('2026-03-09') }, stateAfter(shown)).find(
    ({ type }) => type === 'noticeCertified',
  )
  expect(certify).toMatchObject({ can: 'no', opens: '2026-03-21' })
})

describe('where the notice of the exchange suffices', () => {
  const inHouse: readonly string[] = ['noticePublished', 'noticeCertified']
  const before = [...decided.filter(([, , type]) => !inHouse.includes(type)), listed]
  const chosen = [
    { id: 'gd.listing.notice', from: '2026-01-01', reading: 'exchange', by: '', basis: '' },
  ]
  const ended: Step = ['2026-04-20', office, 'exchangeNoticeEnded', { lastShownOn: '2026-04-17' }]
  const signs = (steps: readonly Step[], under?: typeof chosen) => {
    const [on, role, type, data] = stepOn('2026-06-10', 'signed', bought)
    const context = { law, today: day(on), ...(under && { chosen: under }) }
    const command = { type, on: day(on), at: `${on}T09:00:00+08:00`, by: byOf(role), data }
    return refusal(decide(context, stateAfter(steps), command))
  }

  test('its own end is recorded and nothing in-house is waited for', () => {
    expect(factsOf(stateAfter([...before, ended])).exchangeNoticeEndedOn).toBe('2026-04-17')
    expect(signs([...before, ended, matched], chosen)).toBe('accepted')
    expect(signs([...before, ended, matched])).toBe('gd.listing.shown')
  })

  test('a notice in-house beside it is certified whenever it ends, and no day is waited for', () => {
    const certify = nextActs(
      { law, chosen, today: day('2026-03-09') },
      stateAfter(told('noticeCertified', other)),
    ).find(({ type }) => type === 'noticeCertified')
    expect(certify).toMatchObject({ can: 'yes' })
    expect(certify).not.toHaveProperty('opens')
  })

  test.each<[string, readonly Step[], Step, string]>([
    ['before anything is offered', before.slice(0, -1), ended, 'not-offered'],
    ['twice', [...before, ended], ended, 'venue-ended'],
    [
      'before the offer began',
      before,
      ['2026-04-20', office, 'exchangeNoticeEnded', { lastShownOn: '2026-03-31' }],
      'venue-ended-early',
    ],
    [
      'while an objection waits for its finding',
      [...decided, listed, ['2026-04-02', 'legal', 'abnormalityFound', { text: '公告与方案不符' }]],
      ended,
      'offer-stopped',
    ],
  ])('no end is recorded %s', (_what, steps, step, answer) => {
    expect(refusal(attempt(steps, step))).toBe(answer)
  })

  test('a new offer is shown anew: the end of the former one counts no more', () => {
    const again: readonly Step[] = [
      ...decided,
      ...[listed, ended, unsold],
      ['2026-05-07', office, 'floorLowered', { floor: '60000000', reason: '流标' }],
    ]
    expect(factsOf(stateAfter(again)).exchangeNoticeEndedOn).toBe(null)
  })
})

describe('a listing is refused', () => {
  test.each<[string, readonly Step[], Step, string]>([
    ['before the decision', told('decided', other), listed, 'gd.decision.passed'],
    [
      'under the decided floor',
      decided,
      ['2026-04-01', office, 'listed', { ...listing, floor: '79999999' }],
      'below-decided-floor',
    ],
    ['as an auction', decided, announced, 'priced-otherwise'],
    ['twice', [...decided, listed], listed, 'offer-running'],
    ['a result without a listing', decided, matched, 'not-offered'],
    [
      'a deal below the floor',
      [...decided, listed],
      ['2026-05-06', office, 'listingEnded', { ...deal, price: '79999999' }],
      'sold-below-floor',
    ],
    [
      'a deal without its confirmation',
      [...decided, listed],
      ['2026-05-06', office, 'listingEnded', { outcome: 'matched' }],
      'deal-incomplete',
    ],
    [
      'a buyer of what was not sold',
      [...decided, listed],
      ['2026-05-06', office, 'listingEnded', { ...deal, outcome: 'unsold' }],
      'deal-incomplete',
    ],
    [
      'signing an unsold one',
      [...decided, listed, unsold],
      stepOn('2026-06-10', 'signed', bought),
      'not-concluded',
    ],
    [
      'signing with somebody else',
      [...decided, listed, matched],
      stepOn('2026-06-10', 'signed', { ...bought, counterparty: '另一家（虚构）' }),
      'gd.listing.deal',
    ],
    [
      'publishing a deal that was not made',
      [...decided, listed],
      ['2026-05-06', office, 'dealPublished', { counterparty: 'x', price: 'y' }],
      'not-concluded',
    ],
    [
      'a bid after the deal',
      [...decided, listed, matched],
      ['2026-05-07', office, 'bidReceived', { bidder: '示例丁（虚构）' }],
      'already-concluded',
    ],
  ])('%s', (_what, steps, step, answer) => {
    expect(refusal(attempt(steps, step))).toBe(answer)
  })
})

test('an auction is announced, held and knocked down, or fails', () => {
  const step = (data: object): Step => ['2026-04-20', office, 'auctionHeld', { ...data }]
  expect(refusal(attempt([...auction, announced], step(held)))).toBe('accepted')
  const sold = [...auction, announced, step(held)]
  expect(refusal(attempt(sold, stepOn('2026-06-10', 'signed', bought)))).toBe('accepted')
  const failed = [...auction, announced, step({ outcome: 'no_sale' })]
  expect(refusal(attempt(failed, stepOn('2026-06-10', 'signed', bought)))).toBe('not-concluded')
  expect(refusal(attempt(auction, listed))).toBe('priced-otherwise')
})

describe('what is unsold', () => {
  const lowered: Step = [
    '2026-05-08',
    office,
    'floorLowered',
    { floor: '60000000', reason: '流标' },
  ]
  test('is offered again at a lower floor after a new decision', () => {
    const steps = [...decided, listed, unsold, lowered]
    const again: Step = [
      '2026-05-12',
      office,
      'listed',
      { ...listing, floor: '60000000', listedUntil: '2026-06-30' },
    ]
    expect(refusal(attempt(steps, again))).toBe('gd.decision.passed')
    const anew: Step = ['2026-05-10', 'leaders', 'decided', resolution]
    expect(refusal(attempt([...steps, anew], again))).toBe('accepted')
    expect(refusal(attempt([...decided, listed], lowered))).toBe('offer-not-ended')
    const higher: Step = ['2026-05-08', office, 'floorLowered', { floor: '80000000', reason: 'x' }]
    expect(refusal(attempt([...decided, listed, unsold], higher))).toBe('floor-not-lower')
  })

  test('goes back to an agreed price, and stage 2 begins anew', () => {
    const restart = stepOn('2026-05-08', 'negotiationStarted')
    const state = stateAfter([...decided, listed, unsold, restart])
    expect(state.decision).toBeUndefined()
    expect(state.acts).toEqual({})
    expect(neededActs(state)).toContain('proposed')
  })
})

test('an objection stops the listing; after its finding it goes on with a new notice and decision', () => {
  const filed: Step = [
    '2026-04-05',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const found: Step = [
    '2026-04-08',
    'tto_reviewer',
    'objectionFound',
    { finding: '不成立', outcome: 'continue' },
  ]
  const bid: Step = ['2026-04-06', office, 'bidReceived', { bidder: '示例丁（虚构）' }]
  const stopped = [...decided, listed, filed]
  expect(refusal(attempt(stopped, bid))).toBe('offer-stopped')
  expect(refusal(attempt(stopped, matched))).toContain('gd.objection.settled')
  expect(refusal(attempt([...stopped, found], matched))).toContain('gd.objection.settled')
  const again: readonly Step[] = [
    ...stopped,
    found,
    ['2026-04-09', office, 'noticePublished', other.noticePublished],
    ['2026-04-25', office, 'noticeCertified', { lastShownOn: '2026-04-24' }],
    ['2026-04-27', 'leaders', 'decided', resolution],
  ]
  expect(refusal(attempt(again, matched))).toBe('accepted')
})

test('the floor of an offer should rest on an evaluation', () => {
  expect(statusOn([...decided, listed], '2026-04-02', 'gd.listing.floor')).toBe('met')
  const unevaluated = told('signed', { ...other, negotiationLogged: { summary: '无' } })
  expect(statusOn([...unevaluated, listed], '2026-04-02', 'gd.listing.floor')).toBe('breached')
})
