import { addDays, day } from '@yizhuan/kit'
import { asSystem } from '#server/platform/database'
import { makeFindable } from '#server/platform/findable'
import { copyRows, type Plot } from './seed.ts'
import { nameOf, patentOf, titleOf } from './titles.ts'

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

/** As many at a time as memory holds without noticing. */
const atATime = 5000

/** Many achievements, copied from those of the demonstration, each with a title and inventors of its own. */
export async function seedAchievements(
  { context, owner, dice, hospital }: Plot,
  count: number,
): Promise<{ id: string; number: string; patent: string }[]> {
  const { rows: originals } = await owner.query<{ id: string; texts: string[] }>(
    `select id, array[department] ||
       array(select value from jsonb_each_text(disclosure)) as texts
     from achievement where institution_id = $1`,
    [hospital.id],
  )
  const some: { id: string; number: string; patent: string }[] = []
  const step = Math.max(1, Math.floor(count / 400))
  for (let from = 0; from < count; from += atATime) {
    const copies = Array.from({ length: Math.min(atATime, count - from) }, (_, at) => {
      const index = from + at
      const year = 2010 + Math.floor((index / count) * 15)
      const original = originals[index % originals.length]
      const names = [nameOf(dice), nameOf(dice)]
      // One in ten says which patent it became.
      const patent = index % 10 === 0 ? patentOf(dice) : null
      const columns = {
        id: dice.id(),
        number: `CG-${year}-${String(index + 1).padStart(6, '0')}`,
        title: titleOf(dice),
        kind: kinds[index % kinds.length],
        disclosed_on: addDays(day(`${year}-01-05`), dice.whole(0, 350)),
        inventors: names.map((name) => ({ name, share: '50%' })),
        remark: patent,
      }
      const texts = [names.join('、'), ...(original?.texts ?? []), patent]
      if (index % step === 0) some.push({ ...columns, patent: patent ?? '' })
      return { source: original?.id ?? '', names, texts, columns }
    })
    await copyRows(owner, 'achievement', 'id', copies)
    const found = copies.map(({ columns, texts, names }) => {
      const { id, number, title } = columns
      return { id, label: number, title, texts, names }
    })
    await asSystem(context.db, hospital.id, (tx) =>
      makeFindable(tx, hospital.id, 'achievement', found),
    )
  }
  return some.map(({ id, number, patent }) => ({ id, number, patent }))
}
