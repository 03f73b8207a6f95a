import { addDays, day } from '@yizhuan/kit'
import { asSystem } from '#server/platform/database'
import { makeFindable } from '#server/platform/search'
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

/** An order as an inventor's office sends it. */
export function orderOf(title: string, kind: (typeof kinds)[number]) {
  return {
    title,
    kind,
    department: '骨科',
    disclosure: {
      type: '材料与方法',
      maturity: '样机已完成（演示）',
      stateOfTheArt: '国内外已有同类方案，本成果在操作时间与材料成本上占优，已完成院内验证（演示）',
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

/** Many achievements, copied from those of the demonstration, each with a title of its own. */
export async function seedAchievements(
  { context, owner, dice, hospital }: Plot,
  count: number,
): Promise<{ id: string; number: string }[]> {
  const { rows: originals } = await owner.query<{ id: string; texts: string[] }>(
    `select id, array[department] ||
       array(select value from jsonb_each_text(disclosure)) as texts
     from achievement where institution_id = $1`,
    [hospital.id],
  )
  const copies = Array.from({ length: count }, (_, index) => {
    const year = 2010 + Math.floor((index / count) * 15)
    const original = originals[index % originals.length]
    const columns = {
      id: dice.id(),
      number: `CG-${year}-${String(index + 1).padStart(6, '0')}`,
      title: titleOf(dice),
      kind: kinds[index % kinds.length],
      disclosed_on: addDays(day(`${year}-01-05`), dice.whole(0, 350)),
    }
    return { source: original?.id ?? '', texts: original?.texts ?? [], columns }
  })
  await copyRows(owner, 'achievement', 'id', copies)
  for (let from = 0; from < copies.length; from += 1000) {
    const found = copies.slice(from, from + 1000).map(({ columns, texts }) => {
      return { id: columns.id, label: columns.number, title: columns.title, texts }
    })
    await asSystem(context.db, hospital.id, (tx) =>
      makeFindable(tx, hospital.id, 'achievement', found),
    )
  }
  const step = Math.max(1, Math.floor(copies.length / 400))
  return copies
    .filter((_, index) => index % step === 0)
    .map(({ columns: { id, number } }) => ({ id, number }))
}
