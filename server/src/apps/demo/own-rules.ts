import { addDays, type Day } from '@yizhuan/kit'
import { changeProfile } from '../../modules/institutions/index.ts'
import { decideRule, proposeRule } from '../../modules/policies/index.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

/** What the second hospital decided for itself, long before its first case. */
const decided = [
  {
    kind: 'parameter',
    subject: 'inventor.floor',
    choice: '80%',
    basis: '示例附院〔2026〕3号《成果转化收益分配办法》（虚构）第九条',
  },
  {
    kind: 'reading',
    subject: 'gd.plan.merged',
    choice: 'merged',
    basis: '院务会纪要（虚构）第七项',
  },
] as const

/** What a hospital says of itself; the second one also has a rule of its own and a chosen reading. */
export async function loadOwnRules(context: Context, hospital: Hospital): Promise<void> {
  const on = addDays(context.clock.today(), -390)
  const clock = clockAt(`${on}T10:00:00+08:00`)
  const { id, code, universityAffiliated } = hospital
  const [admin, legal, leaders] = [
    by(hospital, 'admin'),
    by(hospital, 'legal'),
    by(hospital, 'leaders'),
  ]
  await asSystem(context.db, id, async (tx) => {
    await changeProfile(tx, clock, admin, {
      kind: code === 'c' ? 'maternal_child' : 'hospital',
      province: code === 'd' ? 'CN-SH' : 'CN-GD',
      ...(code === 'd' && { pilot: 'listed' }),
      universityAffiliated,
      ...(universityAffiliated && { university: '示例医科大学（虚构）' }),
      ...(code === 'a' && { platformCompany: '示例医转科技有限公司（虚构）' }),
      noticeDepartment: '成果转化办公室（演示）',
      objectionProcedure: '实名书面提交至转化部门，收到之日起三十日内答复（演示）',
    })
    if (code !== 'b') return
    for (const rule of decided) {
      const proposal = { ...rule, from: on as Day, to: null }
      const proposed = await proposeRule(tx, clock, legal, proposal, null)
      if (proposed.kind === 'refused') {
        throw new Error(`Demonstration: ${rule.subject}: ${proposed.refusal.code}`)
      }
      const approved = await decideRule(tx, clock, leaders, proposed.value.id, 'approved', null)
      if (approved.kind === 'refused') {
        throw new Error(`Demonstration: ${rule.subject}: ${approved.refusal.code}`)
      }
    }
  })
}

function by({ id, people }: Hospital, office: string) {
  const holder = people[offices.findIndex(({ login }) => login === office)]
  if (!holder) throw new TypeError(`Nobody holds the office ${office}.`)
  return { institution: id, person: holder.id, name: holder.name }
}
