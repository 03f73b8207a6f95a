import { addDays, patentCheckCharacter, yearOf } from '@yizhuan/kit'
import { lookThrough } from '../../modules/outside-patents/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

/** Two patents of an invented company that may name people of the first hospital. */
export async function loadOutside({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const holder = (login: string) => {
    const person = hospital.people[offices.findIndex((one) => one.login === login)]
    if (!person) throw new TypeError(`Nobody holds the office ${login}.`)
    return person
  }
  const [officer, inventor] = [holder('officer'), holder('inventor')]
  const filedOn = addDays(clock.today(), -400)
  const patent = (serial: string, title: string, inventors: readonly string[]) => {
    const number = `${yearOf(filedOn)}2${serial}`
    return {
      ...{ row: 1, title, kind: 'utility_model' as const, filedOn, grantedOn: null },
      applicationNo: `${number}.${patentCheckCharacter(number)}`,
      ...{ publicationNo: null, coOwners: ['示例康复器械有限公司（虚构）'], departments: [] },
      ...{ inventors, status: null, feeDueOn: null, feePaidYear: null, agency: null },
      ...{ achievementCode: null, remark: null },
    }
  }
  const by = { institution: hospital.id, person: officer.id, name: officer.name }
  await asSystem(db, hospital.id, (tx) =>
    lookThrough(tx, clock, by, {
      name: '专利检索导出（演示）.xlsx',
      patents: [
        patent('8610001', '一种踝关节康复支具（示例）', [inventor.name, '周示例']),
        patent('8610002', '一种便携理疗仪外壳（示例）', ['郑示例', officer.name]),
      ],
    }),
  )
}
