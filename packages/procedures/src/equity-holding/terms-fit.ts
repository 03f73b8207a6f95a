// Whether what is decided about equity can be done at all: nobody gives up what they do not hold, and a company that
// was struck off the register changes no more.
import { type Day, parseRatio, percent, type Refusal, yuan } from '@yizhuan/kit'
import type { CapFaults } from '@yizhuan/money'
import type { z } from 'zod'
import type { ActsState } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { actData } from './acts.ts'
import { tableAfter } from './agreed.ts'
import { changesIn, costOf } from './events.ts'
import { holdingsIn } from './holdings.ts'
import { isDeregistered } from './winding-up.ts'

type Decided = z.infer<(typeof actData)['eventDecided']>

const impossible: OutOfOrder = {
  code: 'terms-impossible',
  detail: label(
    '决策的条件与现有股东及持股比例不符，无法办理；请重新决策。',
    'What was decided does not fit who holds what now and cannot be carried out; decide anew.',
  ),
}
const companyGone: OutOfOrder = {
  code: 'company-deregistered',
  detail: label(
    '公司已登记注销，只可决策清算核销；注销登记有误的，请先更正。',
    'The company is recorded as deregistered: only its liquidation is decided. Where that is wrong, strike it first.',
  ),
}
const withoutLoss: OutOfOrder = {
  code: 'impairment-missing',
  detail: label('请填写减值金额。', 'Give the amount that is written down.'),
}
const beyondBook: OutOfOrder = {
  code: 'impairment-beyond-book',
  detail: label(
    '减值金额超过股权的账面余额，请核对。',
    'More would be written down than the equity is in the books; check it.',
  ),
}

export const decisionWrongs = [impossible, companyGone] as const
export const impairmentWrongs = [withoutLoss, beyondBook] as const

/** What is wrong with a decision on the day it is taken. */
export function wrongDecision(
  state: ActsState,
  data: Readonly<Record<string, unknown>>,
  on: Day,
): OutOfOrder | undefined {
  const told = actData.eventDecided.safeParse(data)
  if (!told.success) return undefined
  if (isDeregistered(state, on) && told.data.matter !== 'liquidation') return companyGone
  return wrongTerms(state, told.data)
}

/** What of the terms of a decision cannot be, as the company is held now. */
export function wrongTerms(state: ActsState, told: Decided): OutOfOrder | undefined {
  const after = tableAfter(told, holdingsIn(state).at(-1)?.holders ?? [])
  if (after?.kind !== 'refused') return undefined
  const detail = faultOf(after.refusal)
  return detail ? { code: impossible.code, detail } : impossible
}

function faultOf({ code, facts }: Refusal<CapFaults>): OutOfOrder['detail'] | undefined {
  switch (code) {
    case 'not-a-holder':
      return label(
        `“${facts.holder}”现在不是股东，没有可以转出的股权。`,
        `“${facts.holder}” holds nothing now that could be given up.`,
      )
    case 'holds-less': {
      const held = percent(parseRatio(facts.holds))
      return label(
        `“${facts.holder}”现持股${held}，涉及的持股比例须大于零且不超过它。`,
        `“${facts.holder}” holds ${held}; what is given up is above zero and no more than that.`,
      )
    }
    case 'moves-to-itself':
      return label('受让方与出让的股东是同一股东。', 'Who receives it is who gives it up.')
    case 'named-twice':
      return label(
        `投资方“${facts.holder}”出现两次，请合并。`,
        `The investor “${facts.holder}” stands there twice; join the lines.`,
      )
    case 'round-without-value':
      return label('投前估值须大于零。', 'The value before the money is above zero.')
    case 'round-without-money':
      return label('投入金额须大于零。', 'What is put in is above zero.')
    case 'nothing-left':
      return undefined
  }
}

/** What is wrong with what is written down: it is said, and no more than is in the books. */
export function wrongImpairment(state: ActsState, told: unknown): OutOfOrder | undefined {
  if (typeof told !== 'string' || !/^[1-9]\d{0,17}$/.test(told)) return withoutLoss
  const left = changesIn(state).at(-1)?.carried.left ?? costOf(state)
  if (BigInt(told) <= left) return undefined
  return {
    code: beyondBook.code,
    detail: label(
      `减值金额超过股权的账面余额（${yuan(left)}），请核对。`,
      `More would be written down than the equity is in the books (${yuan(left)}); check it.`,
    ),
  }
}
