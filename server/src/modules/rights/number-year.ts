import { yearInNumber } from '@yizhuan/kit'
import type { RightFields } from './right.ts'

// The number of a right begins with the year of one of its days. Where the two differ, one of them is wrong most
// often; a divisional bears the year in which it was submitted and keeps the earlier day of filing.

/** A number and a day that tell different years. */
interface YearsApart {
  readonly number: string
  readonly inNumber: string
  readonly on: string
  readonly field: 'filedOn' | 'grantedOn'
}

type Told = Pick<RightFields, 'kind' | 'country' | 'number' | 'filedOn' | 'grantedOn'>

/** Whether the number of a right tells another year than its day; nothing of offices abroad and of other numbers. */
export function yearsApartIn({ kind, country, number, ...days }: Told): YearsApart | undefined {
  const field = dayInNumber[kind]
  const on = field && days[field]
  const inNumber = number === null ? undefined : yearInNumber(number)
  if (!(field && on) || number === null || inNumber === undefined || country !== null)
    return undefined
  const year = on.slice(0, 4)
  // What came by an international application bears the year of its entry.
  const isApart = isOfEntry(kind, number) ? inNumber < year : inNumber !== year
  return isApart ? { number, inNumber, on, field } : undefined
}

/** What is said of it. */
export function apartWords({ number, inNumber, on, field }: YearsApart) {
  const [zh, en] =
    field === 'filedOn' ? ['申请日', 'day of filing'] : ['登记日', 'day of registration']
  return {
    zh: `编号 ${number} 的年份是 ${inNumber}，与${zh}（${on}）不在同一年；请核对编号和日期。`,
    en: `The number ${number} is of ${inNumber}, and the ${en} (${on}) is not; check both.`,
  }
}

/** Of which day the number has the year. */
const dayInNumber: Partial<Record<RightFields['kind'], 'filedOn' | 'grantedOn'>> = {
  invention: 'filedOn',
  utility_model: 'filedOn',
  design: 'filedOn',
  patent: 'filedOn',
  pct: 'filedOn',
  software: 'grantedOn',
}

/** The kind digit of an application that entered from an international one. */
function isOfEntry(kind: RightFields['kind'], number: string): boolean {
  return kind !== 'software' && /^(?:\d{4}|\d{2}(?=\d{6}\.))[89]/.test(number)
}
