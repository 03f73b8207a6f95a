import { addMonths } from '@yizhuan/kit'
import { enterSpinOff } from '../../modules/holdings/index.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted } from './acting.ts'
import { lead } from './cases.ts'
import { equityWalks } from './equity-walks.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

// What hospitals hold of companies, and the companies themselves with who of the house works in them.

/** Leads the equity of a hospital through its life and enters the companies of the first. */
export async function loadEquity(context: Context, hospital: Hospital): Promise<void> {
  const today = context.clock.today()
  await asSystem(context.db, hospital.id, async (tx) => {
    const held: string[] = []
    for (const walk of equityWalks(hospital)) {
      held.push(await lead(tx, context, hospital, walk, today))
    }
    if (hospital.code === 'a') await enterCompanies(tx, context, hospital, held)
  })
}

async function enterCompanies(
  tx: Tx,
  { clock }: Context,
  hospital: Hospital,
  held: readonly string[],
): Promise<void> {
  const [diluted = '', , lost = ''] = held
  const officer = hospital.people[offices.findIndex(({ login }) => login === 'officer')]
  if (!officer) throw new TypeError('A hospital of the demonstration has an officer.')
  const by = { institution: hospital.id, person: officer.id, name: officer.name }
  const today = clock.today()
  const member = (at: number, role: string, way: string, from: number, to: number | null) => ({
    ...{ name: hospital.people[at]?.name ?? '', role, way, fromDay: addMonths(today, from) },
    toDay: to === null ? null : addMonths(today, to),
  })
  const approval = { approvedBy: '党委会（演示）', approvedOn: addMonths(today, -28) }
  const none = { approvedBy: null, approvedOn: null }
  const rest = { uscc: null, capitalFen: null, files: [], remark: null, links: [] }
  const companies = [
    {
      ...rest,
      ...{ name: '粤示止血材料有限公司（虚构）', state: 'active', capitalFen: '1000000000' },
      ...{ stateSince: addMonths(today, -28), foundedOn: addMonths(today, -28) },
      ...{ business: '可吸收止血材料的研发、生产和销售（演示）', holdingId: diluted },
      links: [{ kind: 'case' as const, id: diluted }],
      people: [
        { ...member(12, 'founder', 'leave', -27, 9), ...approval },
        { ...member(13, 'adviser', 'part_time', -20, 2), ...approval },
        { ...member(16, 'staff', 'part_time', -2, 10), ...none },
      ],
    },
    {
      ...rest,
      ...{ name: '示微康复机器人有限公司（虚构）', state: 'dissolved', holdingId: lost },
      ...{ stateSince: addMonths(today, -2), foundedOn: addMonths(today, -26) },
      business: '康复训练设备（演示）',
      people: [{ ...member(15, 'director', 'part_time', -26, -2), ...approval }],
    },
    {
      ...rest,
      ...{ name: '岭安给药装置有限公司（筹，虚构）', state: 'in_preparation', holdingId: null },
      ...{ stateSince: addMonths(today, -1), foundedOn: null },
      ...{ business: '透皮给药装置（演示）', people: [] },
    },
  ]
  for (const company of companies) {
    const outcome = await enterSpinOff(tx, clock, by, company)
    accepted(outcome)
  }
}
