import type { Words } from '@yizhuan/kit'
import type { ProblemPage, ProblemPages } from '../../platform/problem.refusals.ts'

// What an act of a transfer gets wrong against its record: offers, grants, periods.

const page = (title: Words, meaning: Words, todo: Words): ProblemPage => ({
  status: 409,
  title,
  meaning,
  todo,
})

const compare: Words = {
  zh: '核对交易场所的确认文件后重新填写。',
  en: 'Compare the confirmation of the exchange and fill in again.',
}

/** The pages of these refusals. */
export const ofTransfers: ProblemPages = {
  'below-decided-floor': page(
    { zh: '低于集体决策的底价', en: 'Below the floor that was decided' },
    {
      zh: '挂牌底价或保留价低于集体决策确定的底价。',
      en: 'The floor offered is lower than the one the leadership decided.',
    },
    {
      zh: '按决策的底价填写，或先降低底价并重新决策。',
      en: 'Offer at the floor decided, or lower it first and decide anew.',
    },
  ),
  'floor-not-lower': page(
    { zh: '没有低于原底价', en: 'No lower than before' },
    { zh: '降低后的底价须低于原底价。', en: 'A lowered floor lies under the former one.' },
    { zh: '重新填写底价。', en: 'Fill in the floor again.' },
  ),
  'deal-incomplete': page(
    { zh: '成交信息不完整', en: 'The deal is not complete' },
    {
      zh: '成交的须写明成交方、成交价和确认文件；未成交的不写。',
      en: 'A deal names its buyer, its price and its confirmation; without a deal they stay empty.',
    },
    compare,
  ),
  'sold-below-floor': page(
    { zh: '成交价低于底价', en: 'Sold below the floor' },
    {
      zh: '成交价低于挂牌底价或保留价，不能作为成交登记。',
      en: 'The price lies under the floor offered and cannot be recorded as a deal.',
    },
    compare,
  ),
}
