import { addMonths } from '@yizhuan/kit'
import { confirmClosing, proposeClosing } from '../../modules/closing/index.ts'
import { asCaller } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

/** Closes the books of the first hospital through the month before the last; the last one is still open. */
export async function loadClosing({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const [finance, leader] = [holder(hospital, 'finance'), holder(hospital, 'leaders')]
  const month = addMonths(clock.today(), -2).slice(0, 7)
  const remark = '首次结账；尚有到账待核对，已列入下月工作（演示）'
  const outcomes = [
    await asCaller(db, finance, (tx) => proposeClosing(tx, clock, finance, { month, remark })),
    await asCaller(db, leader, (tx) => confirmClosing(tx, clock, leader)),
  ]
  for (const outcome of outcomes) {
    accepted(outcome)
  }
}
