// The use and what comes of it: support, assessment, conversion, extension, or its end.
import { type ActsState, has, placeOf, readers, type StepRule } from '../procedure/acts-state.ts'
import { wrongCount } from '../procedure/decision-step.ts'
import { label } from '../procedure/fields.ts'
import { type OutOfOrder, type Rule, when } from '../procedure/order.ts'
import { tto } from '../procedure/roles.ts'
import { needs, once } from '../procedure/step-rules.ts'
import { useFirstData } from './acts.ts'
import { lastDayOfUse } from './facts-contract.ts'
import { termsOf } from './terms.ts'
import { notSigned } from './terms-steps.ts'

type Data = Readonly<Record<string, unknown>>

const { latest, all } = readers(useFirstData)
const restsOn =
  (...types: readonly string[]) =>
  (state: ActsState) =>
    types.map((type) => state.acts[type]?.at(-1)?.on)

const notInUse = needs('useBegan', 'not-in-use', '使用尚未开始。', 'The use has not begun.')
/** Whether the use was converted or has ended. */
export const isSettled = (state: ActsState) =>
  has(state, 'convertedToPay') || has(state, 'convertedToCooperate') || has(state, 'useEnded')
const settled = when<ActsState>(isSettled, 'use-settled', '使用已有结果。', 'The use is settled.')
const outcomeOf = (state: ActsState) => latest(state, 'assessed')?.data.outcome

/** What an assessment must have said for the use to go on so. */
const assessedAs = (outcome: 'converts' | 'extends' | 'ends'): Rule<ActsState> =>
  when(
    (state) => outcomeOf(state) !== outcome,
    `not-assessed-${outcome}`,
    '使用评估没有这样的结论，请先评估。',
    'The assessment does not say so; assess the use first.',
  )

const newNotice: OutOfOrder = {
  code: 'not-as-published',
  detail: {
    zh: '与公示的价格、办法或条件不一致；请另立转化项目，公示后签约。',
    en: 'It differs from what was published; open a transfer and publish it there.',
  },
}

/** The fund pays an amount once: the same voucher over it is the same money. */
const supportKnown: OutOfOrder = {
  code: 'support-already-recorded',
  detail: {
    zh: '这张凭证的这笔支出已登记；确为另一笔的，请在凭证号前注明年月。',
    en: 'This voucher over this amount is recorded already; if it is another, put year and month before its number.',
  },
}

/** A fixed price is the published one; by a formula, whoever records it says that it was used. */
function notThePrice(state: ActsState | undefined, data: Data): OutOfOrder | undefined {
  const terms = state && termsOf(state)
  const same =
    terms?.pricedBy === 'fixed_price'
      ? data['price'] === terms.fixedPrice
      : data['asPublished'] === true
  return same || data['transferCase'] !== undefined ? undefined : newNotice
}

function notTheTerms(state: ActsState | undefined, data: Data): OutOfOrder | undefined {
  const same = data['terms'] === (state && termsOf(state))?.formula
  return same || data['transferCase'] !== undefined ? undefined : newNotice
}

/** The decision on an extension, of the assessment that asks for one. */
function extensionIn(state: ActsState) {
  const decision = latest(state, 'extensionDecided')
  return decision && decision.seq > placeOf(state, 'assessed') ? decision : undefined
}
const isExtensionPassed = (state: ActsState) => extensionIn(state)?.data.result === 'passed'

function wrongExtension(state: ActsState | undefined, data: Data): OutOfOrder | undefined {
  const last = state && lastDayOfUse(state)
  const counted = wrongCount(data as ReturnType<typeof useFirstData.extensionDecided.parse>)
  if (counted || last === undefined || String(data['period']) > last) return counted
  return {
    code: 'no-extension',
    detail: {
      zh: `延长后的届满日应晚于现届满日${last}。`,
      en: `The new last day must lie after the present one, ${last}.`,
    },
  }
}

function notAsDecided(state: ActsState | undefined, data: Data): OutOfOrder | undefined {
  const decided = state && extensionIn(state)?.data.period
  if (decided === undefined || decided === data['period']) return undefined
  return {
    code: 'not-as-decided',
    detail: {
      zh: `集体决策同意延长至${decided}；要改的，请重新决策。`,
      en: `${decided} was decided; to change it, decide again.`,
    },
  }
}

const isToConvert = (state: ActsState, way: 'pay' | 'cooperate') =>
  outcomeOf(state) === 'converts' &&
  latest(state, 'requested')?.data.way === way &&
  !isSettled(state)

export const useSteps: Readonly<Record<string, StepRule>> = {
  useBegan: {
    label: label('移交并开始使用', 'Hand over, the use begins'),
    who: tto,
    data: useFirstData.useBegan,
    action: 'beginUse',
    stage: 'use',
    done: [once('useBegan', 'in-use', '使用已开始。', 'The use has begun.')],
    ahead: [notSigned],
    rests: restsOn('signed'),
    needed: (state) => has(state, 'signed') && !has(state, 'useBegan'),
  },
  supportPaid: {
    label: label('登记引导资金支出', 'Record support from the fund'),
    who: ['finance'],
    data: useFirstData.supportPaid,
    stage: 'use',
    done: [
      when(
        (state) => !(state.opened.data as { fundSet: boolean }).fundSet,
        'no-fund',
        '本单位没有设立引导资金，不能列支。',
        'The institution has no guidance fund to pay from.',
      ),
    ],
    ahead: [notInUse],
    rests: restsOn('useBegan'),
    wrongs: [supportKnown],
    wrong: (state, { amount, voucher }) =>
      state &&
      all(state, 'supportPaid').some(
        ({ data }) => data.voucher === voucher && BigInt(data.amount) === BigInt(String(amount)),
      )
        ? supportKnown
        : undefined,
  },
  assessed: {
    label: label('评估使用情况', 'Assess the use'),
    who: tto,
    data: useFirstData.assessed,
    stage: 'use',
    done: [settled],
    ahead: [notInUse],
    rests: restsOn('useBegan'),
    needed: (state) => has(state, 'useBegan') && !isSettled(state) && !has(state, 'assessed'),
  },
  convertedToPay: {
    label: label('转为付费', 'Convert to payment'),
    who: [...tto, 'platform_company'],
    data: useFirstData.convertedToPay,
    gathers: 'namedTransfer',
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('converts')],
    rests: restsOn('assessed'),
    needed: (state) => isToConvert(state, 'pay'),
    fits: (state, { transferCase }) => {
      const isFixed = state && termsOf(state as ActsState)?.pricedBy === 'fixed_price'
      return {
        hides: isFixed ? ['asPublished'] : [],
        wants: isFixed || transferCase ? [] : ['asPublished'],
      }
    },
    wrongs: [newNotice],
    wrong: notThePrice,
    suggests: (state) => ({ price: termsOf(state)?.fixedPrice }),
  },
  convertedToCooperate: {
    label: label('转为合作', 'Convert to cooperation'),
    who: [...tto, 'platform_company'],
    data: useFirstData.convertedToCooperate,
    gathers: 'namedTransfer',
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('converts')],
    rests: restsOn('assessed'),
    needed: (state) => isToConvert(state, 'cooperate'),
    wrongs: [newNotice],
    wrong: notTheTerms,
    suggests: (state) => ({ terms: termsOf(state)?.formula }),
  },
  extensionDecided: {
    label: label('决定是否延长使用', 'Decide on the extension'),
    who: ['leaders'],
    data: useFirstData.extensionDecided,
    stage: 'use',
    done: [
      settled,
      when(isExtensionPassed, 'already-decided', '延长已经决策通过。', 'It was passed already.'),
    ],
    ahead: [assessedAs('extends')],
    rests: restsOn('assessed'),
    needed: (state) => outcomeOf(state) === 'extends' && !isExtensionPassed(state),
    wrong: wrongExtension,
    // Without an extension the use is assessed again: it converts, or it ends.
    takesBack: ({ result }) => (result === 'rejected' ? ['assessed'] : []),
  },
  useExtended: {
    label: label('延长使用期', 'Extend the use'),
    who: tto,
    data: useFirstData.useExtended,
    stage: 'use',
    done: [settled],
    ahead: [
      assessedAs('extends'),
      when(
        (state) => !isExtensionPassed(state),
        'extension-not-decided',
        '请先经集体决策同意延长。',
        'The leadership has not passed the extension yet.',
      ),
    ],
    rests: restsOn('extensionDecided'),
    needed: isExtensionPassed,
    wrong: notAsDecided,
    suggests: (state) => ({ period: extensionIn(state)?.data.period }),
    // The use goes on and is assessed again.
    takesBack: () => ['assessed', 'extensionDecided'],
  },
  useEnded: {
    label: label('结束使用', 'End the use'),
    who: tto,
    data: useFirstData.useEnded,
    stage: 'conversion',
    done: [settled],
    ahead: [assessedAs('ends')],
    rests: restsOn('assessed'),
    needed: (state) => outcomeOf(state) === 'ends' && !isSettled(state),
  },
  returned: {
    label: label('登记资料退回', 'Record the return'),
    who: tto,
    data: useFirstData.returned,
    action: 'returnUse',
    stage: 'conversion',
    ahead: [needs('useEnded', 'use-runs', '使用尚未结束。', 'The use has not ended.')],
    rests: restsOn('useEnded'),
    needed: (state) => has(state, 'useEnded') && !has(state, 'returned'),
  },
  registrationAmended: {
    label: label('变更合同登记', 'Amend the registration'),
    who: tto,
    data: useFirstData.registrationAmended,
    stage: 'conversion',
    action: 'amendRegistration',
    ahead: [needs('useEnded', 'use-runs', '使用尚未结束。', 'The use has not ended.')],
    rests: restsOn('useEnded'),
  },
}
