import { addDays, day } from '@yizhuan/kit'
import { createAchievement } from '#server/modules/achievements/index'
import { asSystem } from '#server/platform/database'
import { copyRows, type Plot } from './seed.ts'
import { titleOf } from './titles.ts'

const kinds = [
  'device',
  'drug',
  'diagnostic_reagent',
  'digital',
  'know_how',
  'preparation',
] as const

/** An order as an inventor's office sends it; benchmarks create the same. */
export function disclosureOf(title: string, kind: (typeof kinds)[number]) {
  const remark = '国内外已有同类方案，本成果在操作时间与材料成本上占优，已完成院内验证（演示）'
  return {
    title,
    kind,
    department: '骨科',
    disclosure: {
      type: '材料与方法',
      maturity: '样机已完成（演示）',
      stateOfTheArt: remark,
      market: '目标为二级以上医院，测算年需求三万例（演示）',
      risks: '注册周期与原料供应两项主要风险（演示）',
      benefit: '预计缩短住院时间（演示）',
      need: '寻求有生产资质的合作方（演示）',
    },
    inventors: [
      { name: '示例甲', share: '60%', isChief: false, holdsLeadingPost: false },
      { name: '示例乙', share: '40%', isChief: false, holdsLeadingPost: false },
    ],
  }
}

/** Many achievements: some entered by the product's own command, the rest copied from those. */
export async function seedAchievements(
  { context, owner, dice, institution }: Plot,
  count: number,
): Promise<{ id: string; number: string }[]> {
  const by = { institution, person: institution, name: '示例经办' }
  const originals: string[] = []
  await asSystem(context.db, institution, async (tx) => {
    for (const kind of kinds) {
      const order = { ...disclosureOf(titleOf(dice), kind), disclosedOn: '2019-01-02' }
      const outcome = await createAchievement(tx, context.clock, by, order)
      if (outcome.kind === 'refused') throw new Error(`Refused: ${outcome.refusal.code}`)
      originals.push(outcome.value.id)
    }
  })
  const copies = Array.from({ length: count - kinds.length }, (_, index) => {
    const year = 2020 + Math.floor((index / count) * 6)
    return {
      source: originals[index % originals.length] ?? '',
      id: dice.id(),
      number: `CG-${year}-${String(index + 1).padStart(6, '0')}`,
      title: titleOf(dice),
      disclosed_on: addDays(day(`${year}-01-05`), dice.whole(0, 350)),
    }
  })
  await copyRows(owner, 'achievement', 'id', copies)
  const step = Math.max(1, Math.floor(copies.length / 400))
  return copies.filter((_, index) => index % step === 0).map(({ id, number }) => ({ id, number }))
}
