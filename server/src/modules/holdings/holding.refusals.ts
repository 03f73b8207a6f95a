import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { Period } from './portfolio.ts'

export const noSuchHolding = (): Problem =>
  notFound({ zh: '单列清单中没有这项股权。', en: 'The list has no such holding.' })

/** @throws {Problem} where a period ends before it begins. */
export function checkPeriod({ from, to }: Period): void {
  if (from <= to) return
  throw badField('#/to', 'period-ends-before', {
    zh: '期间的结束日不得早于开始日。',
    en: 'The period does not end before it begins.',
  })
}
