import { lead } from '#server/apps/demo/cases'
import { dealOf } from '#server/apps/demo/deal'
import { type Step, type Walk, walkTo } from '#server/apps/demo/walk'
import { asSystem } from '#server/platform/database'
import { makeFindable } from '#server/platform/findable'
import { type Copy, copyRows, type Plot } from './seed.ts'
import { titleOf } from './titles.ts'

/** Cases to read and to act on. */
export interface SeededCases {
  /** A case with sixty acts. */
  readonly longCase: string
  /** Cases whose parties are talking: a further talk may be logged in each. */
  readonly talks: readonly string[]
}

/** How many acts the long case has. */
const longRecord = 60

/** Many cases in every state of the demonstration, some that can be acted on, and a long one. */
export async function seedCases(plot: Plot, count: number): Promise<SeededCases> {
  const { context, owner, hospital } = plot
  const walks = await Promise.all([walkOf(plot, 'paid'), walkOf(plot, 'negotiating')])
  const [long, talking] = walks
  const [longCase, source] = await asSystem(context.db, hospital.id, async (tx) => {
    const today = context.clock.today()
    const first = await lead(tx, context, hospital, lengthened(long), today)
    return [first, await lead(tx, context, hospital, talking, today)] as const
  })
  const { rows } = await owner.query<{ id: string }>(
    'select id from transfer_case where institution_id = $1 and id <> $2 order by number',
    [hospital.id, longCase],
  )
  const sources = Array.from({ length: count }, (_, index) => rows[index % rows.length]?.id ?? '')
  await copyCases(plot, sources)
  const copies = await copyCases(plot, new Array<string>(Math.ceil(count / 2)).fill(source))
  await copyRecords(plot, source, copies)
  return { longCase, talks: copies }
}

async function walkOf({ hospital, dice }: Plot, destination: 'paid' | 'negotiating') {
  const [invention] = hospital.inventions
  if (!invention) throw new TypeError('A hospital of the demonstration has inventions.')
  const walk = walkTo(destination, dealOf(hospital, invention, dice), dice)
  return { ...walk, steps: walk.steps.map(explained) }
}

/** The house has a rule of distribution by now; a plan that departs from it says why. */
function explained(step: Step): Step {
  if (step.type !== 'planDrafted') return step
  const ruleDeparture = '按团队协议约定的比例（示例）'
  return { ...step, data: (on, before) => ({ ...step.data(on, before), ruleDeparture }) }
}

/** The same walk with so many talks that its record is long. */
function lengthened({ steps, ...walk }: Walk): Walk {
  const at = steps.findIndex(({ type }) => type === 'negotiationLogged')
  const talk = steps[at]
  if (!talk) throw new TypeError('A walk to a payment has a talk.')
  const more = new Array(longRecord - steps.length).fill({ ...talk, after: 0 })
  return { ...walk, steps: [...steps.slice(0, at + 1), ...more, ...steps.slice(at + 1)] }
}

/** Copies the lines of cases and what is due and next in them; their records stay with the originals. */
async function copyCases(
  { context, owner, dice, hospital }: Plot,
  sources: readonly string[],
): Promise<string[]> {
  const copies: Copy[] = sources.map((source, index) => ({
    source,
    columns: {
      id: dice.id(),
      number: `XM-${2010 + (index % 15)}-${dice.id().slice(-8)}`,
      title: `${titleOf(dice)}许可`,
    },
  }))
  await copyRows(owner, 'transfer_case', 'id', copies)
  const inCase = copies.map(({ source, columns }) => ({
    source,
    columns: { case_id: columns['id'] },
  }))
  for (const table of ['case_due', 'case_next']) await copyRows(owner, table, 'case_id', inCase)
  const found = copies.map(({ columns }) => {
    const { id, number, title } = columns as { id: string; number: string; title: string }
    return { id, label: number, title, texts: [] }
  })
  await asSystem(context.db, hospital.id, (tx) => makeFindable(tx, hospital.id, 'case', found))
  return found.map(({ id }) => id)
}

/** Copies a record with its chain's head; the hashes are the original's, which nobody checks here. */
async function copyRecords(
  { owner, hospital }: Plot,
  source: string,
  targets: readonly string[],
): Promise<void> {
  await owner.query(
    `insert into act
     select copy.* from act as original, unnest($3::uuid[]) as target,
       jsonb_populate_record(original, jsonb_build_object('case_id', target,
         'entry', jsonb_set(original.entry, '{case}', to_jsonb(target::text)))) as copy
     where original.institution_id = $1 and original.case_id = $2`,
    [hospital.id, source, targets],
  )
  await owner.query(
    `insert into chain_head
     select institution_id, 'case/' || target, seq, hash
     from chain_head, unnest($3::uuid[]) as target
     where institution_id = $1 and chain = 'case/' || $2`,
    [hospital.id, source, targets],
  )
}
