import { field, moneyField, textField, unkept, wordField } from '../field.ts'
import { parseCode } from '../numbers.ts'
import type { Table } from '../table.ts'
import { costKinds, fundingKinds } from '../vocabulary-of-projects.ts'
import { pastWholeDayField } from './projects.ts'

/** 研发成本归集: one voucher line spent on an achievement a row. */
export const costs: Table = {
  name: 'costs',
  entity: 'cost',
  core: [['costAchievement'], ['costKind'], ['spentFen'], ['costVoucher']],
  required: [
    ...['costAchievement', 'costKind', 'spentFen', 'costFunding', 'costVoucher', 'costDay'],
  ],
  names: 'costVoucher',
  number: 'costAchievement',
  fields: [
    unkept('seq', '序号 行号 No'),
    field('costAchievement', '成果编号 对应成果编号 归集成果编号 成果号 归集对象', parseCode),
    pastWholeDayField('costDay', '支出日期 发生日期 记账日期 入账日期 日期 凭证日期'),
    wordField('costKind', '费用类别 费用类型 支出类别 成本类别 费用项目 类别', costKinds),
    moneyField('spentFen', '支出金额 归集金额 成本金额 金额 发生额'),
    wordField('costFunding', '资金性质 经费性质 资金来源 经费来源 资金类别', fundingKinds),
    textField('costVoucher', '凭证号 记账凭证号 凭证编号 会计凭证号 财务凭证号'),
    moneyField(
      'voucherWholeFen',
      '凭证总额 凭证总金额 凭证金额 凭证合计 整张凭证金额 VoucherTotal VoucherAmount',
    ),
    textField('costWords', '摘要 用途 说明 备注'),
  ],
}
