// What follows a transfer: a price item and insurance; and, as history, listing what was overdue.
import { z } from 'zod'
import { has, readers } from '../procedure/acts-state.ts'
import { code, flag, label, line, onDay, text } from '../procedure/fields.ts'
import { procedureOf } from './machine.ts'

const itemData = {
  priceItemDrafted: z.strictObject({
    title: line('事项名称', 'Title'),
    achievementId: z.uuid().optional(),
    achievement: line('科技成果', 'Achievement'),
    item: text('拟新增的医疗服务价格项目', 'Price item proposed'),
  }),
  priceItemApplied: z.strictObject({ body: line('受理部门', 'Applied to') }),
  priceItemReviewed: z.strictObject({
    outcome: code(['item_granted', 'item_refused'], '审核结果', 'Outcome'),
    document: line('文号', 'Number').optional(),
  }),
  insuranceListed: z.strictObject({ list: text('医保目录或支付范围', 'List or scope of payment') }),
  hospitalEntered: z.strictObject({
    hospital: line('进入的医疗机构', 'Institution'),
    disclosed: flag('已披露来源并回避', 'Its origin was disclosed, with recusal'),
  }),
}
const items = readers(itemData)

export const priceItem = procedureOf({
  id: 'price_item',
  label: label('价格项目与医保', 'Price item and insurance'),
  purpose: {
    words: label(
      '成果转化落地后，跟踪新增价格项目、医保支付和进院情况。',
      'After a transfer, follow its price item, insurance and entry into hospitals.',
    ),
    cites: ['sh-draft-2024#a18.p1', 'gd-2025#a30.p1'],
  },
  topics: [],
  steps: [
    {
      type: 'priceItemDrafted',
      label: label('拟定价格项目', 'Draft the item'),
      data: itemData.priceItemDrafted,
      stage: label('拟定', 'Draft'),
    },
    {
      type: 'priceItemApplied',
      label: label('申报价格项目', 'Apply for the item'),
      data: itemData.priceItemApplied,
      stage: label('申报', 'Application'),
    },
    {
      type: 'priceItemReviewed',
      label: label('登记审核结果', 'Record the outcome'),
      data: itemData.priceItemReviewed,
      stage: label('审核', 'Review'),
      leads: ({ outcome }) => (outcome === 'item_refused' ? 'rejected' : undefined),
    },
    {
      type: 'insuranceListed',
      label: label('登记医保支付', 'Record the insurance'),
      data: itemData.insuranceListed,
      stage: label('医保', 'Insurance'),
    },
    {
      type: 'hospitalEntered',
      label: label('登记进院', 'Record an entry into a hospital'),
      data: itemData.hospitalEntered,
      repeats: true,
    },
  ],
  facts: () => ({ matter: 'programme' }),
  line: (state) => {
    const {
      title = '',
      achievementId,
      achievement = '',
      item = '',
    } = items.latest(state, 'priceItemDrafted')?.data ?? {}
    return {
      title,
      ...(achievementId !== undefined && { achievementId }),
      about: [achievement, item],
    }
  },
})

const listingData = {
  overdueFound: z.strictObject({
    title: line('事项名称', 'Title'),
    achievementId: z.uuid().optional(),
    achievement: line('科技成果', 'Achievement'),
    publiclyFunded: flag('由市财政资助', 'The city funded it'),
    agreedBy: onDay('约定的转化期限', 'Agreed to be transferred by'),
    transferred: flag('已实施转化', 'It was transferred'),
  }),
  overdueReminded: z.strictObject({ letter: line('催办函文号', 'Number of the reminder') }),
  overdueExcused: z.strictObject({ reason: text('正当理由', 'Excuse') }),
  overdueListed: z.strictObject({ exchange: line('技术交易场所及编号', 'Exchange and number') }),
}
const listings = readers(listingData)

export const compulsoryListing = procedureOf({
  id: 'compulsory_listing',
  label: label('逾期未转化进场', 'Overdue: to the exchange'),
  purpose: {
    words: label(
      '市财政资助成果逾期未转化的催办、说明或进场（行动方案已到期，仅作历史记录）。',
      'Remind, excuse or list what the city funded and nobody transferred; kept as history.',
    ),
    cites: ['sh-action#h2.i4.n8'],
  },
  topics: ['title.compulsory-listing'],
  steps: [
    {
      type: 'overdueFound',
      label: label('登记逾期未转化', 'Record what is overdue'),
      data: listingData.overdueFound,
      stage: label('逾期', 'Overdue'),
    },
    {
      type: 'overdueReminded',
      label: label('登记催办', 'Record the reminder'),
      data: listingData.overdueReminded,
      stage: label('催办', 'Reminder'),
    },
    {
      type: 'overdueExcused',
      label: label('登记正当理由', 'Record the excuse'),
      data: listingData.overdueExcused,
      besides: true,
      ends: true,
    },
    {
      type: 'overdueListed',
      label: label('进场交易', 'List it at an exchange'),
      data: listingData.overdueListed,
      stage: label('进场', 'Listing'),
      action: 'negotiate',
    },
  ],
  facts: (state) => {
    const found = listings.latest(state, 'overdueFound')?.data
    return {
      matter: 'deal',
      ...(found && {
        publiclyFunded: found.publiclyFunded,
        agreedTransferBy: found.agreedBy,
        transferredByNow: found.transferred,
      }),
      transferReminderOn: listings.latest(state, 'overdueReminded')?.on ?? null,
      transferExcused: has(state, 'overdueExcused'),
      enteredExchange: has(state, 'overdueListed'),
    }
  },
  line: (state) => {
    const {
      title = '',
      achievementId,
      achievement = '',
    } = listings.latest(state, 'overdueFound')?.data ?? {}
    return {
      title,
      ...(achievementId !== undefined && { achievementId }),
      about: [achievement],
    }
  },
})
