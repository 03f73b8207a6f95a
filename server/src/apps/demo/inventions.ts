import { addDays } from '@yizhuan/kit'
import { createAchievement } from '../../modules/achievements/index.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import type { Entered } from './cases.ts'
import type { Hospital, Invention } from './province.ts'

/** Enters the inventions of a hospital into its register of achievements. */
export async function loadInventions(
  { db, clock }: Context,
  hospital: Hospital,
): Promise<readonly Entered[]> {
  const [, officer] = hospital.people
  if (!officer) throw new TypeError('A hospital of the demonstration has an officer.')
  const by = { institution: hospital.id, person: officer.id, name: officer.name }
  const entered: Entered[] = []
  await asSystem(db, hospital.id, async (tx) => {
    for (const [index, invention] of hospital.inventions.entries()) {
      // Long enough ago that every case about one of them was opened later.
      const disclosedOn = addDays(clock.today(), index - 300)
      const order = { ...disclosureOf(invention), disclosedOn }
      const outcome = await createAchievement(tx, clock, by, order)
      if (outcome.kind === 'refused') {
        throw new Error(`Demonstration: ${invention.title} refused: ${outcome.refusal.code}`)
      }
      entered.push({ ...invention, id: outcome.value.id })
    }
  })
  return entered
}

/** What the inventors told of an invention. */
export const toldOf = ({ maturity, abstract }: Invention) => ({
  type: abstract,
  maturity: `技术成熟度第${maturity}级（演示）`,
  stateOfTheArt: '国内外已有同类方案，本成果在操作时间上占优（演示）',
  market: '目标为二级以上医院，测算年需求三万例（演示）',
  risks: '注册周期与原料供应两项主要风险（演示）',
  benefit: '预计缩短住院时间（演示）',
  need: '寻求有生产资质的合作方（演示）',
})

function disclosureOf(invention: Invention) {
  const { title, kind, department, maturity, inventors } = invention
  return {
    title,
    kind,
    department,
    maturityLevel: maturity,
    disclosure: toldOf(invention),
    inventors: inventors.map(({ person, percent }) => ({
      name: person.name,
      share: `${percent}%`,
      isChief: false,
      holdsLeadingPost: false,
    })),
  }
}
