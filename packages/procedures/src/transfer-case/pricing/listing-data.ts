// What the acts of a listing and of an auction carry.
import { z } from 'zod'
import { code, dayAhead, flag, label, line, money, onDay, text } from '../../procedure/fields.ts'

const bid = z.strictObject({
  bidder: line('竞买人', 'Bidder'),
  amount: money('报价', 'Bid').optional(),
})

const deal = {
  counterparty: line('成交方', 'Buyer'),
  price: money('成交价', 'Price'),
  stateOwned: flag('成交方是国有全资', 'Buyer wholly state-owned').default(false),
  confirmation: line('成交确认文件编号', 'Number of the confirmation'),
}

export const listingData = {
  listed: z.strictObject({
    exchange: text('技术交易市场', 'Exchange'),
    number: line('挂牌编号', 'Listing number'),
    floor: money('挂牌底价', 'Floor price'),
    floorBasis: text('底价的评价依据', 'What the floor rests on').optional(),
    listedUntil: dayAhead('挂牌截止日', 'Listed until'),
    documents: line('挂牌文件', 'Listing documents').optional(),
  }),
  auctionAnnounced: z.strictObject({
    auctioneer: line('拍卖机构', 'Auctioneer'),
    number: line('拍卖公告编号', 'Number of the announcement'),
    floor: money('保留价', 'Reserve'),
    floorBasis: text('保留价的评价依据', 'What the reserve rests on').optional(),
    heldOn: dayAhead('拍卖日', 'Day of the auction'),
    place: text('拍卖地点', 'Place').optional(),
  }),
  bidReceived: z.strictObject({
    ...bid.shape,
    isQualified: flag('资格审查通过', 'Found qualified').default(true),
  }),
  listingEnded: z.strictObject({
    outcome: code(['matched', 'unsold'], '挂牌结果', 'Outcome'),
    ...z.strictObject(deal).partial({ counterparty: true, price: true, confirmation: true }).shape,
    remark: text('说明', 'Remark').optional(),
  }),
  auctionHeld: z.strictObject({
    outcome: code(['knocked_down', 'no_sale'], '拍卖结果', 'Outcome'),
    bids: z.array(bid).max(100).meta(label('竞价记录', 'Bids')).default([]),
    ...z.strictObject(deal).partial({ counterparty: true, price: true, confirmation: true }).shape,
    remark: text('说明', 'Remark').optional(),
  }),
  exchangeNoticeEnded: z.strictObject({
    lastShownOn: onDay('交易场所公示最后一日', 'Last day shown at the exchange'),
    address: text('公告网址或编号', 'Address or number of the announcement').optional(),
  }),
  floorLowered: z.strictObject({
    floor: money('新的底价', 'New floor'),
    reason: text('理由', 'Reason'),
  }),
  dealPublished: z.strictObject({
    counterparty: line('成交方', 'Buyer'),
    price: text('成交价', 'Price'),
    concludedOn: onDay('成交日', 'Day of the deal').optional(),
  }),
} as const
