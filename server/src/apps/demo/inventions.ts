import { addDays, type Day } from '@yizhuan/kit'
import { createAchievement } from '../../modules/achievements/index.ts'
import { answerDisclosure, askInventors } from '../../modules/disclosures/index.ts'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { holder } from './acting.ts'
import type { Entered } from './cases.ts'
import { storePapers } from './papers.ts'
import type { Hospital, Invention } from './province.ts'

/** Which of the newest disclosures the office has not accepted yet: none that a case is about. */
const isWaiting = (toCome: number) => toCome >= 3 && toCome <= 6

/** Enters the inventions of a hospital into its register of achievements. */
export async function loadInventions(
  context: Context,
  hospital: Hospital,
): Promise<readonly Entered[]> {
  const { db, clock, files } = context
  const officer = holder(hospital, 'officer')
  const inventor = holder(hospital, 'inventor')
  const entered: Entered[] = []
  await asSystem(db, hospital.id, async (tx) => {
    const name = '成熟度证明（演示）.txt'
    const [evidence] = await storePapers(tx, files, officer, [name])
    if (!evidence) throw new TypeError('A paper was stored.')
    for (const [index, invention] of hospital.inventions.entries()) {
      // Long enough ago that every case about one of them was opened later.
      const disclosedOn = addDays(clock.today(), index - 300)
      const toCome = hospital.inventions.length - index
      const told = disclosureOf(invention, { ...evidence, as: 'maturity' })
      const order = isWaiting(toCome) ? { ...told, ...publishedSoon(disclosedOn) } : told
      const by = isWaiting(toCome) ? inventor : officer
      const outcome = await createAchievement(tx, clock, by, { ...order, disclosedOn })
      if (outcome.kind === 'refused') {
        throw new Error(`Demonstration: ${invention.title} refused: ${outcome.refusal.code}`)
      }
      const { id } = outcome.value
      if (!isWaiting(toCome)) await accept(tx, context, officer, id)
      if (toCome === 4) await giveBack(tx, context, officer, id)
      if (toCome === 3) await askInventors(tx, context, officer, id, { places: [0] })
      entered.push({ ...invention, id })
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

async function accept(tx: Tx, context: Context, officer: Caller, id: string): Promise<void> {
  await answerDisclosure(tx, context, officer, id, {
    kind: 'accept',
    despite: '完成人已在纸质报备表上签字确认比例（演示）',
    expectedSeq: 1,
  })
}

async function giveBack(tx: Tx, context: Context, officer: Caller, id: string): Promise<void> {
  const questions = '请补充市场调研的依据，并上传项目合同（演示）'
  await answerDisclosure(tx, context, officer, id, { kind: 'return', questions, expectedSeq: 1 })
}

function publishedSoon(disclosedOn: Day) {
  const on = addDays(disclosedOn, 330)
  return {
    publicity: 'yes' as const,
    publications: [{ kind: 'conference', on, where: '示例学术年会（虚构）' }],
  }
}

function disclosureOf(
  invention: Invention,
  evidence: { sha256: string; name: string; size: number; as: string },
) {
  const { title, kind, department, maturity, inventors } = invention
  return {
    title,
    kind,
    department,
    maturityScale: 'general',
    maturityLevel: maturity,
    files: [evidence],
    fundingKind: 'own' as const,
    serviceBasis: 'task' as const,
    disclosure: toldOf(invention),
    inventors: inventors.map(({ person, percent }) => ({
      name: person.name,
      share: `${percent}%`,
      isChief: false,
      holdsLeadingPost: false,
    })),
  }
}
