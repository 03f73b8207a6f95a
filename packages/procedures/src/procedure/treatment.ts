// What every payout says alike of wages, insurance and tax, whatever it is paid for.
import { flag } from './fields.ts'

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
