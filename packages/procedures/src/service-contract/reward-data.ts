// What the plan and the payout of a reward carry beside what every act of a service contract does.
import { z } from 'zod'
import { contributor, flag, label, money, share } from '../procedure/fields.ts'

/** Somebody of the team with their part of what is paid out; how much that is follows from it, to the fen. */
export const rewardLine = contributor.extend({
  share: share('分配比例', 'Share'),
  amount: money('金额', 'Amount')
    .optional()
    .meta({ ...label('金额', 'Amount'), unit: 'fen', by: 'register' }),
})

/** The rule of the house that gave the pool, and how it came to it; the register says it. */
export const houseRule = z
  .strictObject({
    version: z.int().min(1),
    title: z.string().max(200),
    /** What was settled by then, and how much the rule gives of all of it. */
    net: money('累计净收入', 'Net income so far'),
    most: money('按办法累计可提取', 'By the rule, so far'),
  })
  .optional()
  .meta({ ...label('本单位分配办法', "The house's rule"), by: 'register' })

/** What finance says of a payout in wages, insurance and tax, where it says it. */
export const treatment = {
  countedInWages: flag('计入当年工资总额', 'Counted in the wages of the year').optional(),
  cappedByWages: flag('受工资总额限制', 'Capped by the total wages').optional(),
  carriedIntoBase: flag('计入下年基数', "Carried into next year's base").optional(),
  countedInPerformancePay: flag('计入绩效工资总量', 'Counted in total performance pay').optional(),
  cappedByPerformancePay: flag('受绩效工资总量限制', 'Capped by total performance pay').optional(),
  inSocialInsuranceBase: flag(
    '计入社保缴纳基数',
    'Counted in the base of social insurance',
  ).optional(),
  taxWithheld: flag('已代扣个人所得税', 'Income tax withheld').optional(),
}
