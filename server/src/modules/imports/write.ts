import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { findSoon } from '../../platform/find-later.ts'
import { ahead, inFlight } from '../../platform/in-flight.ts'
import type { Author, Entering, Fields, Given } from '../../platform/register.ts'
import {
  type AchievementFields,
  achievementProblem,
  achievementsByNumber,
  amendAchievement,
  enterAchievements,
} from '../achievements/index.ts'
import {
  amendContract,
  type ContractFields,
  contractsByNumber,
  enterContracts,
  linkContracts,
} from '../contracts/index.ts'
import { amendReceipt, enterReceipts, linkReceipts, type ReceiptFields } from '../proceeds/index.ts'
import {
  amendRight,
  enterRights,
  linkRights,
  type RightFields,
  rightProblem,
} from '../rights/index.ts'
import { writeCarriers } from './carriers.ts'
import { writeCosts } from './costs.ts'
import { writeCredentials } from './credentials.ts'
import type { Entry } from './entry.ts'
import type { RightEntry } from './entry-rights.ts'
import { writeEvaluations } from './evaluations.ts'
import { writeInterests } from './interests.ts'
import { writeRules } from './internal-rules.ts'
import { isWritten, type Planned } from './plan.ts'
import { relatePriorities } from './relate.ts'
import { writeTitles } from './settle-titles.commands.ts'
import { writeSpinOffs } from './spin-offs.ts'
import {
  noteOrigins,
  type Staged,
  type StagedDraft,
  stagedRows,
  type Wanted,
} from './staged.queries.ts'
import { writeAnswers } from './stock-answers.ts'
import { noneOfEach, type RegisterName, sourceOf } from './table-row.ts'
import { takenIn } from './taken-in.ts'
import type { Tell } from './teller.ts'
import { writePeople } from './write-people.ts'
import { writeProjects } from './write-projects.ts'
import { writeTrusteeships } from './write-trusteeships.ts'

/** How many records of each register were entered and amended, and which were linked after that. */
export interface Written {
  readonly entered: Readonly<Record<RegisterName, number>>
  readonly amended: Readonly<Record<RegisterName, number>>
  readonly linked: readonly string[]
}

/** What writing needs besides the rows: the clock, who writes from which file, and who is told. */
export interface Outlay {
  readonly clock: Clock
  readonly by: Author
  readonly file: string
  /** Is told that more rows of a register were written. */
  onRows(register: RegisterName, rows: number): void
}

/** The registers that are written page by page, several at a time. */
const inPages = ['achievement', 'right', 'contract', 'receipt'] as const
type InPages = (typeof inPages)[number]

interface WritingDesk {
  readonly clock: Clock
  readonly keys: FieldKeys
}

/**
 * Writes the rows of a draft into their registers, a page at a time.
 *
 * @param total  how many rows that are, for telling how far it is.
 */
export async function writeRows(
  draft: StagedDraft,
  clock: Clock,
  by: Author,
  file: string,
  total: number,
  tell: Tell,
): Promise<Written> {
  const [entered, amended] = [noneOfEach(), noneOfEach()]
  const { tx, keys, institution, id } = draft
  const desk = { clock, keys }
  const entering = { areFoundLater: total > mostFoundAtOnce }
  let done = 0
  const onRows = (register: RegisterName, rows: number) => {
    done += rows
    tell(register, done, total)
  }
  const { appointed, ...people } = await writePeople(draft, { clock, by, file, onRows }, entering)
  for (const register of ['unit', 'person', 'post'] as const) {
    entered[register] = people[register].entered
    amended[register] = people[register].amended
  }
  for (const register of inPages) {
    const wanted = { register, states: ['new', 'changed'] as const }
    const writePage = inTurnWhereNumbered(async ({ rows, links }) => {
      tell(register, done, total)
      const fresh = rows.filter(({ state }) => state === 'new')
      await enter(tx, desk, by, register, fresh, links, file, entering)
      await noteOrigins(tx, institution, id, register, fresh)
      const changed = rows.filter(({ state }) => state === 'changed')
      for (const row of changed) await amend(tx, desk, by, row, links, file)
      entered[register] += fresh.length
      amended[register] += changed.length
      done += rows.length
    })
    await inFlight(pagesAtOnce, ahead(linkedPages(draft, wanted)), writePage)
  }
  const owned = await writeTitles(draft, { clock, by, file, onRows })
  const { noted, ...projects } = await writeProjects(draft, { clock, by, file, onRows }, entering)
  for (const register of ['project', 'projectEntry'] as const) {
    entered[register] = projects[register].entered
    amended[register] = projects[register].amended
  }
  entered.cost = (await writeCosts(draft, { clock, by, file, onRows })).entered
  const carriers = await writeCarriers(draft, { clock, by, file, onRows })
  const { held, ...credentials } = await writeCredentials(draft, { clock, by, file, onRows })
  Object.assign(entered, { carrier: carriers.entered, credential: credentials.entered })
  amended.carrier = carriers.amended
  const single = [
    ['trusteeship', writeTrusteeships],
    ['internalRule', writeRules],
    ['spin-off', writeSpinOffs],
    ['interest', writeInterests],
    ['evaluation', writeEvaluations],
    ['stockAnswer', writeAnswers],
  ] as const
  for (const [register, write] of single) {
    const done = await write(draft, { clock, by, file, onRows })
    entered[register] = done.entered
    amended[register] = done.amended
  }
  tell('linking', done, total)
  const why = `导入“${file}”后补上关联`
  const linked = [
    ...(await linkRights(tx, clock, by, why)),
    ...(await linkContracts(tx, clock, by, why)),
    ...(await linkReceipts(tx, clock, by, why)),
    ...(await relatePriorities(draft, clock, by)),
    ...owned,
    ...appointed,
    ...held,
    ...noted,
  ]
  if (entering.areFoundLater) await findSoon(tx, institution, clock.now())
  return { entered, amended, linked }
}

/** Of more rows than these, the worker makes the records findable after the import: it takes as long again. */
const mostFoundAtOnce = 500

/** While the database writes one, the others are put together. */
const pagesAtOnce = 3

/** Some rows to be written, and what the numbers in them refer to. */
interface Page {
  readonly rows: readonly Staged[]
  readonly links: Links
}

/**
 * The rows to be written, page by page. What they refer to is of an earlier register, so it is looked up
 * ahead: a page that asked only when it is written would wait for all that is written before it.
 */
async function* linkedPages(draft: StagedDraft, wanted: Wanted): AsyncGenerator<Page, void> {
  for await (const page of ahead(stagedRows(draft, wanted))) {
    const rows = page.filter(isWritten)
    yield { rows, links: await linksOf(draft.tx, draft.institution, rows) }
  }
}

/** Achievements get numbers in the order of their rows, so a page that needs some waits for those before. */
function inTurnWhereNumbered(write: (page: Page) => Promise<void>) {
  let before: Promise<unknown> = Promise.resolve()
  return (page: Page) => {
    const needsNumbers = page.rows.some(({ entry }) => entry.to === 'achievement' && !entry.number)
    const writing = needsNumbers ? before.then(() => write(page)) : write(page)
    before = Promise.allSettled([before, writing])
    return writing
  }
}

/** What the numbers in some rows refer to. */
interface Links {
  readonly achievements: ReadonlyMap<string, string>
  readonly contracts: ReadonlyMap<string, string>
}

async function linksOf(tx: Tx, institution: string, rows: readonly Planned[]): Promise<Links> {
  const named = rows.flatMap(({ entry }) => namedBy(entry))
  const contracts = rows.flatMap(({ entry }) =>
    entry.to === 'receipt' && entry.fields.contractNumber !== null
      ? [entry.fields.contractNumber]
      : [],
  )
  const byNumber = (found: readonly { id: string; number: string | null }[]) =>
    new Map(found.map(({ id, number }) => [number ?? '', id]))
  const [achievements, paid] = await Promise.all([
    achievementsByNumber(tx, institution, [...new Set(named)]),
    contractsByNumber(tx, institution, [...new Set(contracts)]),
  ])
  return { achievements: byNumber(achievements), contracts: byNumber(paid) }
}

function namedBy(entry: Entry): readonly string[] {
  if (entry.to === 'contract') return entry.fields.ledgerAchievements
  if (entry.to !== 'right' || entry.fields.ledgerAchievement === null) return []
  return [entry.fields.ledgerAchievement]
}

async function enter(
  tx: Tx,
  desk: WritingDesk,
  by: Author,
  register: InPages,
  rows: readonly Staged[],
  links: Links,
  file: string,
  entering: Entering,
): Promise<readonly string[]> {
  const orders = rows.map((row) => ({
    entry: row.entry,
    known: { ...(row.newId && { id: row.newId }), source: sourceOf(file, row) },
  }))
  switch (register) {
    case 'achievement':
      return enterAchievements(
        tx,
        desk,
        by,
        orders.flatMap(({ entry, known }) =>
          entry.to === 'achievement'
            ? [{ ...entry, fields: titled<AchievementFields>(entry.fields), ...known }]
            : [],
        ),
        entering,
      )
    case 'right':
      return enterRights(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, known }) =>
          entry.to === 'right'
            ? [{ fields: withAchievement(bare(entry.fields), links), ...known }]
            : [],
        ),
        entering,
      )
    case 'contract':
      return enterContracts(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, known }) =>
          entry.to === 'contract'
            ? [
                {
                  fields: titled<ContractFields>(entry.fields),
                  achievements: achievementsIn(entry, links),
                  ...known,
                },
              ]
            : [],
        ),
        entering,
      )
    case 'receipt':
      return enterReceipts(
        tx,
        desk.clock,
        by,
        orders.flatMap(({ entry, known }) =>
          entry.to === 'receipt' ? [{ fields: withContract(entry.fields, links), ...known }] : [],
        ),
        entering,
      )
  }
}

async function amend(
  tx: Tx,
  desk: WritingDesk,
  by: Author,
  row: Planned,
  links: Links,
  file: string,
): Promise<void> {
  const { entry, changes, recordId: id = '' } = row
  const reason = `导入：${sourceOf(file, row)}`
  const said: Fields = Object.fromEntries(
    changes.filter(({ field }) => field !== 'leadIdNumber').map(({ field, to }) => [field, to]),
  )
  switch (entry.to) {
    case 'achievement': {
      const isOther = changes.some(({ field }) => field === 'leadIdNumber')
      const { leadIdNumber } = entry
      const outcome = await amendAchievement(tx, desk, by, id, {
        fields: said as Given<AchievementFields>,
        ...(isOther && leadIdNumber !== null && { leadIdNumber }),
        reason,
      })
      return takenIn(outcome, achievementProblem, row)
    }
    case 'right': {
      const achievement = links.achievements.get(entry.fields.ledgerAchievement ?? '')
      const isMoved = 'ledgerAchievement' in said && achievement !== undefined
      const { titleHolders: _owners, reducedFrom: _since, ...told } = said
      const fields = { ...told, ...(isMoved && { achievementId: achievement }) }
      const outcome = await amendRight(tx, desk.clock, by, id, {
        fields: fields as Given<RightFields>,
        reason,
        // The row was shown with its warning.
        despite: reason,
      })
      return takenIn(outcome, rightProblem, row)
    }
    case 'contract':
      await amendContract(tx, desk.clock, by, id, {
        fields: said as Given<ContractFields>,
        achievements: achievementsIn(entry, links),
        reason,
      })
      return
    case 'receipt':
      await amendReceipt(tx, desk.clock, by, id, { fields: said as Given<ReceiptFields>, reason })
      return
    default:
      throw new TypeError(`A row about a ${entry.to} is not written here.`)
  }
}

/** The plan lets no record without a title through. */
function titled<Fields extends { readonly title: string }>(
  fields: Omit<Fields, 'title'> & { readonly title: string | null },
): Fields {
  if (fields.title === null) throw new TypeError('A record without a title was planned.')
  return fields as unknown as Fields
}

/** Owners and reductions are no fields of a right: they are recorded once it is there. */
function bare({ titleHolders: _owners, reducedFrom: _since, ...fields }: RightEntry['fields']) {
  return titled<RightFields>(fields)
}

function withAchievement(fields: RightFields, { achievements }: Links): RightFields {
  return { ...fields, achievementId: achievements.get(fields.ledgerAchievement ?? '') ?? null }
}

function withContract(fields: ReceiptFields, { contracts }: Links): ReceiptFields {
  return { ...fields, contractId: contracts.get(fields.contractNumber ?? '') ?? null }
}

function achievementsIn(entry: Entry, { achievements }: Links): readonly string[] {
  const found = namedBy(entry).map((number) => achievements.get(number))
  return [...new Set(found.filter((id) => id !== undefined))]
}
