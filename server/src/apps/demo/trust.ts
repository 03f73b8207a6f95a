import { addDays, addYears } from '@yizhuan/kit'
import { rightsHeld } from '../../modules/rights/index.ts'
import { enterTrusteeship } from '../../modules/trusteeships/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { accepted } from './acting.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

// Two patents in the hands of an invented company: the hospital owns them, the company operates them.

/** Enters a trusteeship of the first hospital, whose term ends soon enough to be told. */
export async function loadTrust({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const person = hospital.people[offices.findIndex(({ login }) => login === 'officer')]
  if (!person) throw new TypeError('A hospital of the demonstration has an officer.')
  const officer = { institution: hospital.id, person: person.id, name: person.name }
  const trustee = '示例医转运营有限公司（虚构）'
  const today = clock.today()
  const titles = ['一种防脱落引流固定夹（示例）', '手持式雾化器（示例）']
  await asSystem(db, hospital.id, async (tx) => {
    const held = await rightsHeld(tx, hospital.id)
    const subjects = held
      .filter(({ title }) => titles.includes(title))
      .map(({ id }) => ({ kind: 'right' as const, id }))
    const plain = { uscc: null, share: null }
    const outcome = await enterTrusteeship(tx, clock, officer, {
      ...{ number: `TG-${today.slice(0, 4)}-01`, title: '护理器械专利集中托管（演示）' },
      ...{ trustee, trusteeUscc: null, trusteeKind: 'platform_company', subjects },
      parties: [
        { power: 'ownership', name: hospital.name, ...plain },
        { power: 'operation', name: trustee, ...plain },
        { power: 'income', name: hospital.name, uscc: null, share: '2/3' },
        { power: 'income', name: trustee, uscc: null, share: '1/3' },
      ],
      payer: 'third_party',
      fromDay: addDays(addYears(today, -2), 45),
      toDay: addDays(today, 44),
      duties: '寻找被许可方，监控年费，每半年报告一次运营情况（演示）',
      ...{ feeFen: null, feeWords: '不收固定费用，只分收益（演示）' },
      ...{ approvedBy: '院长办公会（演示）', approvedOn: addDays(addYears(today, -2), 38) },
      ...{ files: [], despite: null, remark: null },
    })
    accepted(outcome)
  })
}
