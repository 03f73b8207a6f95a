import type { Lang } from '@yizhuan/kit'
import { type Day, daysBetween } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database.ts'
import { declinedContracts, unpaidRewards } from './position.queries.ts'
import { lastDayOfWindow } from './position.ts'
import type { WindowFilterWire, WindowLineWire } from './position.wire.ts'
import { nationsLaw } from './tax-case.ts'

/** Rewards that wait to be paid, the window that closes first before the others. */
export async function listWindows(
  tx: Tx,
  institution: string,
  { soon }: WindowFilterWire,
  today: Day,
): Promise<readonly WindowLineWire[]> {
  const [receipts, declined] = await Promise.all([
    unpaidRewards(tx, institution),
    declinedContracts(tx, institution, 'cash_reward'),
  ])
  const law = nationsLaw()
  return receipts.flatMap((one) => {
    const lastDay = lastDayOfWindow(law, one.receivedOn as Day)
    if (lastDay === null) return []
    const daysLeft = daysBetween(today, lastDay)
    if (soon === 'closed' ? daysLeft >= 0 : soon !== undefined && !isWithin(daysLeft, soon))
      return []
    return [
      {
        ...{ receipt: one.id, contractId: one.contractId, contractNumber: one.contractNumber },
        ...{ contractTitle: one.contractTitle, receivedOn: one.receivedOn ?? '' },
        ...{ amountFen: one.leftFen, lastDay, daysLeft, isRefundOpen: one.isRefundOpen },
        isDeclined: declined.has(one.contractId),
      },
    ]
  })
}

const isWithin = (daysLeft: number, soon: 'd90' | 'd365') =>
  daysLeft >= 0 && daysLeft <= (soon === 'd90' ? 90 : 365)

/** The list as a sheet, in one language. */
export function windowColumns(lang: Lang): Column<WindowLineWire>[] {
  const { text, day, money, number } = columnsIn<WindowLineWire>(lang)
  return [
    text('合同编号', 'Contract', ({ contractNumber }) => contractNumber),
    text('合同名称', 'Title', ({ contractTitle }) => contractTitle),
    day('到账日期', 'Received on', ({ receivedOn }) => receivedOn),
    money('到账金额（本单位，扣除退款）', 'Own, not given back', ({ amountFen }) => amountFen),
    day('优惠最后发放日', 'Last day of the relief', ({ lastDay }) => lastDay),
    text('退款待关联', 'Refund to link', ({ isRefundOpen }) =>
      isRefundOpen ? { zh: '是', en: 'Yes' }[lang] : null,
    ),
    number('剩余天数', 'Days left', ({ daysLeft }) => daysLeft),
    text('决定不适用', 'Declined', ({ isDeclined }) =>
      isDeclined ? { zh: '是', en: 'Yes' }[lang] : null,
    ),
  ]
}
