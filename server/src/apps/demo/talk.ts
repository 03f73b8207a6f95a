import { readersFor, say } from '../../modules/comments/index.ts'
import { saveView } from '../../modules/views/index.ts'
import { asSystem, type Caller } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { holder } from './acting.ts'
import type { Entered } from './cases.ts'
import type { Hospital } from './province.ts'

/** Views of lists that the office keeps: the list, its name, what it shows, and whether for all. */
const kept = [
  ['rights', '已授权发明专利', { kind: 'invention', status: 'granted', hide: 'filedOn' }, true],
  ['achievements', '骨科的成果', { q: '骨科' }, true],
  ['contracts', '许可合同', { mode: 'license' }, false],
] as const

/** What colleagues say to each other about one invention, and the views they keep. */
export async function loadTalk(
  { db, clock }: Context,
  hospital: Hospital,
  inventions: readonly Entered[],
): Promise<void> {
  const [officer, reviewer] = [holder(hospital, 'officer'), holder(hospital, 'reviewer')]
  // The newest that nobody has dealt with: what is still to be talked about.
  const id = inventions.at(-1)?.id
  if (id === undefined) throw new TypeError('A hospital of the demonstration has inventions.')
  const of = { kind: 'achievement', id }
  // Read by whoever reads the register.
  const commentable = new Map([[of.kind, { access: 'signedIn' }]] as const)
  await asSystem(db, hospital.id, async (tx) => {
    const audience = done(await readersFor(tx, commentable, officer, of))
    const speak = async (by: Caller, body: string, to: readonly Caller[]) =>
      done(await say(tx, clock, by, of, audience, { body, mentions: to.map(mentioned) }))
    await speak(officer, `@${reviewer.name} 请看新颖性检索的结论，下周一前能否定下是否申请？`, [
      reviewer,
    ])
    await speak(reviewer, `@${officer.name} 已看，建议先请发明人补一份对比实验。`, [officer])
    for (const [list, name, params, isShared] of kept) {
      done(await saveView(tx, clock, officer, list, { name, params, isShared }))
    }
  })
}

const mentioned = ({ person }: Caller) => person

type Done<Value> =
  | { readonly kind: 'accepted'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: unknown }

function done<Value>(outcome: Done<Value>): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw new TypeError(`The demonstration was refused: ${JSON.stringify(outcome.refusal)}`)
}
