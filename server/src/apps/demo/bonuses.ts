import { addDays, type Day, patentCheckCharacter, yearOf } from '@yizhuan/kit'
import { approveBonus, payBonus, proposeBonus } from '../../modules/funds/index.ts'
import { blankRight, enterRights } from '../../modules/rights/index.ts'
import { type Clock, clockAt } from '../../platform/clock.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Author } from '../../platform/register.ts'
import { accepted, holder } from './acting.ts'
import type { Hospital } from './province.ts'

// Four grants: one bonus paid in part, one that waits for approval, one nobody proposed yet, one that is late.

const patents = [
  { key: 'partly', kind: 'invention', title: '一种血透管路防脱装置（示例）', ago: 62 },
  { key: 'waiting', kind: 'utility_model', title: '一种分层给药提示盒（示例）', ago: 40 },
  { key: 'open', kind: 'design', title: '儿童雾化面罩（示例）', ago: 12 },
  { key: 'late', kind: 'utility_model', title: '一种可拆卸牵引床栏（示例）', ago: 110 },
] as const

const colleague = '罗令仪（演示）'

/** Has the first hospital pay the bonuses of its newest patents. */
export async function loadBonuses({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const today = clock.today()
  const [officer, reviewer, finance] = ['officer', 'reviewer', 'finance'].map((login) =>
    holder(hospital, login),
  )
  const inventor = holder(hospital, 'inventor')
  if (!officer || !reviewer || !finance || !inventor)
    throw new TypeError('The offices have their holders.')
  const team = [inventor.name, colleague]
  await asSystem(db, hospital.id, async (tx) => {
    const rights = new Map<string, string>()
    for (const [at, { key, kind, title, ago }] of patents.entries()) {
      const grantedOn = addDays(today, -ago)
      const fields = { ...blankRight, kind, title, grantedOn, status: 'granted' as const }
      const filedOn = addDays(grantedOn, -600)
      const [id = ''] = await enterRights(tx, entryOf(grantedOn), officer, [
        {
          fields: { ...fields, filedOn, number: numberOf(kind, filedOn, at), inventors: team },
          source: '演示台账',
        },
      ])
      rights.set(key, id)
    }
    const sharesOf = (...fens: readonly string[]) =>
      team.map((name, at) => ({ name, person: null, fen: fens[at] ?? '0' }))
    const first = sharesOf('360000', '140000')
    const partly = await proposed(tx, clock, officer, rights.get('partly'), first)
    accepted(await approveBonus(tx, clock, reviewer, partly, 1))
    const paid = { paidOn: addDays(today, -3), reference: '示例凭证 记-0417', files: [] }
    accepted(await payBonus(tx, clock, finance, partly, { places: [1], ...paid }))
    await proposed(tx, clock, officer, rights.get('waiting'), sharesOf('90000', '60000'))
  })
}

/** Entered a few days after the grant, when nothing had run out yet. */
const entryOf = (grantedOn: Day) => clockAt(addDays(grantedOn, 4))

async function proposed(
  tx: Tx,
  clock: Clock,
  by: Author,
  right = '',
  shares: { name: string; person: null; fen: string }[] = [],
): Promise<string> {
  const told = {
    right,
    basis: 'least' as const,
    rule: null,
    despite: null,
    files: [],
    remark: null,
  }
  return accepted(await proposeBonus(tx, clock, by, { ...told, shares })).id
}

function numberOf(kind: string, filedOn: Day, at: number): string {
  const type = { invention: '1', utility_model: '2', design: '3' }[kind] ?? '1'
  const digits = `${yearOf(filedOn)}${type}87${String(20_000 + at * 53)}`
  return `${digits}.${patentCheckCharacter(digits)}`
}
