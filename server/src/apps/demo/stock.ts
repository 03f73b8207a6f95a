import { addDays } from '@yizhuan/kit'
import {
  answerPart,
  dispose,
  partOfPerson,
  startCampaign,
  type Taker,
} from '../../modules/stocktaking/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

/** Takes stock of the first hospital's rights: one inventor has answered, one line is decided. */
export async function loadStock({ db, clock }: Context, hospital: Hospital): Promise<void> {
  if (hospital.code !== 'a') return
  const holder = (login: string): Taker => {
    const at = offices.findIndex((one) => one.login === login)
    const [person, office] = [hospital.people[at], offices[at]]
    if (!person || !office) throw new TypeError(`Nobody holds the office ${login}.`)
    return {
      ...{ institution: hospital.id, person: person.id, name: person.name },
      roles: [...office.roles],
    }
  }
  const [officer, inventor] = [holder('officer'), holder('inventor')]
  const today = clock.today()
  await asSystem(db, hospital.id, async (tx) => {
    const started = await startCampaign(tx, clock, officer, {
      name: `${today.slice(0, 4)} 年知识产权盘点（演示）`,
      scope: { register: 'rights', department: '康复医学科' },
      dueOn: addDays(today, 21),
      ...{ level: 'provincial', ownership: 'publicly_owned', research: true, byChoice: false },
    })
    if (started.kind === 'refused') throw new TypeError(started.refusal.code)
    const { id } = started.value
    const part = await partOfPerson(tx, hospital.id, id, inventor.person)
    const [first, second] = part.lines
    if (!first || !second) throw new TypeError('The inventor of the demonstration has lines.')
    const said = await answerPart(tx, clock, hospital.id, part.row, {
      line: first,
      scores: { use: 0, maturity: 2, market: 1, effort: 1 },
      wish: 'open_licence',
      words: '已有更新的设计，愿意开放许可（演示）',
    })
    if (said.kind === 'refused') throw new TypeError(said.refusal.code)
    const decided = await dispose(tx, clock, officer, id, {
      lines: [second],
      ...{ outcome: 'keep', reason: '仍有企业询价（演示）', decidedBy: '分管院领导（演示）' },
    })
    if (decided.kind === 'refused') throw new TypeError(decided.refusal.code)
  })
}
