import { type Day, dayInChina, type Words } from '@yizhuan/kit'
import {
  actOf,
  conditionsOn,
  type Gathered,
  procedureOf,
  proofIn,
  serviceContract,
  transferCase,
} from '@yizhuan/procedures'
import { systemPerson, type Tx } from '../../platform/database.ts'
import { sha256 } from '../../platform/evidence.ts'
import type { FieldError } from '../../platform/problem.ts'
import { contractsByNumber, holdNumber } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { type Ground, rulesGoverningOn } from '../policies/index.ts'
import { receiptsByMode } from '../proceeds/index.ts'
import { entriesByIds } from '../projects/index.ts'
import { rightsHeld } from '../rights/index.ts'
import { caseIdOf, caseLine, entriesOf } from './case.queries.ts'
import { rightCertificate } from './certificate.queries.ts'
import { cameBack, costsToCorrect, deductibleCosts } from './costs/reimbursed.queries.ts'
import type { Answer, Asked as AskedOf } from './gathering.ts'
import { handReturn } from './hand-return.queries.ts'
import { freeEntry, freeHolding } from './holding.queries.ts'
import { houseRuleOf } from './house-rule.queries.ts'
import { namedRight } from './named-right.queries.ts'
import { toEntries, verified } from './procedure.ts'
import { withAgreed } from './receipts/agreed.queries.ts'
import { disposalReceipts } from './receipts/disposal.queries.ts'
import { receiptOnce } from './receipts/once.queries.ts'
import { royaltyPeriod } from './receipts/royalty.queries.ts'
import { reliefInTime } from './relief.view.ts'
import { rewardRuleOf } from './reward-rule.queries.ts'
import { contractKnownTo, contractToTakeOver } from './taken-over.queries.ts'
import { knownReceipt } from './taken-over-receipts.queries.ts'
import { knownRefund, refundsToTakeIn } from './taken-over-refunds.queries.ts'

// What only the records of the institution know of an act: gathered here before the act is judged, and
// kept in it, so that the record stays whole when the registers change. What a client sends instead
// is not taken.

/** What a gatherer may look at. */
interface Asked extends AskedOf {
  readonly on: Day
  /** The law of the case, and how the house reads it. */
  readonly ground: Ground
}

type Gatherer = (tx: Tx, asked: Asked) => Promise<Answer>

const gatherers: Readonly<Record<Gathered, Gatherer>> = {
  concernedCase,
  namedRight,
  namedTransfer,
  proofOfDuties,
  companyConditions,
  planBasis,
  rewardRule: rewardBasis,
  freeNumber,
  freeCertificate: rightCertificate,
  othersIncome,
  reliefByDays: reliefInTime,
  voucherOnce: deductibleCosts,
  cameBack,
  othersParts: receiptParts,
  receiptOnce: ownReceipt,
  disposalReceipts,
  royaltyPeriod,
  serviceReceipt: agreedReceipt,
  freeHolding,
  freeEntry,
  knownContract: contractKnownTo(transferCase.opening),
  knownServiceContract: contractKnownTo(serviceContract.opening),
  contractToTakeOver,
  knownRefund,
  handReturn,
}

/** The data of an act with what the service gathers for it, or why it cannot. */
export async function withGathered(
  tx: Tx,
  what: Gathered | undefined,
  asked: Asked,
): Promise<Answer> {
  return what === undefined ? { data: asked.data } : gatherers[what](tx, asked)
}

const unknownCase: readonly FieldError[] = [
  {
    pointer: '#/data/caseNumber',
    rule: 'known-case',
    detail: {
      zh: '没有这个编号的项目，请核对；与项目无关的留空。',
      en: 'There is no case of this number; check it, or leave it empty.',
    },
  },
]

/** The case that an inquiry is about, and everybody who worked on it. */
async function concernedCase(tx: Tx, { institution, data }: Asked): Promise<Answer> {
  const { caseId: _id, involved: _involved, ...told } = data
  const number = told['caseNumber']
  if (typeof number !== 'string' || number === '') return { data: { ...told, involved: [] } }
  const caseId = await caseIdOf(tx, institution, number.trim())
  if (caseId === undefined) return { errors: unknownCase }
  const people = new Map(
    toEntries(await entriesOf(tx, institution, caseId))
      .filter(({ by }) => by.person !== systemPerson)
      // Whoever had somebody act for them worked on it as well.
      .flatMap(({ by: { person, name, actingFor } }) => [
        { person, name },
        ...(actingFor ? [{ person: actingFor.person, name: actingFor.name }] : []),
      ])
      .map((one) => [one.person, one]),
  )
  return { data: { ...told, caseId, involved: [...people.values()] } }
}

/** The transfer that an act leans on: one of the institution, about the same achievement so far as both say. */
async function namedTransfer(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const told = data['transferCase']
  if (typeof told !== 'string' || told.trim() === '') return { data }
  const number = told.trim()
  const id = await caseIdOf(tx, institution, number)
  const line = id === undefined ? undefined : await caseLine(tx, institution, id)
  if (line?.procedure !== transferCase.id) return { errors: noSuchTransfer }
  const about = past[0]?.data['achievementId']
  if (typeof about === 'string' && line.achievementId !== null && line.achievementId !== about) {
    return { errors: otherTransfer }
  }
  return { data: { ...data, transferCase: number } }
}

const noSuchTransfer: readonly FieldError[] = [
  {
    pointer: '#/data/transferCase',
    rule: 'known-transfer',
    detail: {
      zh: '没有这个编号的转化项目；请先立项，再填写其编号。',
      en: 'There is no transfer case of this number; open it first, then name it.',
    },
  },
]
const otherTransfer: readonly FieldError[] = [
  {
    pointer: '#/data/transferCase',
    rule: 'transfer-of-this-achievement',
    detail: {
      zh: '该转化项目是另一项成果的；请填写本成果的转化项目编号。',
      en: 'That transfer is of another achievement; name the transfer of this one.',
    },
  },
]

/** What the record of that case, and the institution's rules of the day of the conduct, prove. */
async function proofOfDuties(tx: Tx, { institution, data, on, past }: Asked): Promise<Answer> {
  const opened = past[0]?.data ?? {}
  const caseId = opened['caseId']
  const rules = await rulesGoverningOn(tx, institution, opened['conductOn'] as Day)
  const { note } = data
  const told = note === undefined ? {} : { note }
  if (typeof caseId !== 'string') return { data: { ...told, ...proofIn([], rules, String) } }
  const all = toEntries(await entriesOf(tx, institution, caseId))
  const entries = all.filter(({ at }) => dayInChina(at) <= on)
  const procedure = procedureOf(all)
  const nameOf = (type: string) => actOf(procedure, type)?.label.zh ?? type
  const { ok, head } = verified(all, sha256)
  return {
    data: { ...told, chainHead: head, chainWhole: ok, ...proofIn(entries, rules, nameOf) },
  }
}

/** What the registers count on the day before; whatever a client sends of it is not taken. */
async function companyConditions(tx: Tx, { institution, data, on }: Asked): Promise<Answer> {
  const [rights, receipts] = await Promise.all([
    rightsHeld(tx, institution),
    receiptsByMode(tx, institution),
  ])
  return { data: { ...data, ...conditionsOn(on, rights, receipts) } }
}

/** A contract is signed under a number that no other has, of a case or of a ledger; its own it keeps. */
async function freeNumber(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const number = typeof data['number'] === 'string' ? data['number'].trim() : ''
  if (number === '') return { data }
  await holdNumber(tx, institution, number)
  const taken = await contractsByNumber(tx, institution, [number])
  const others = taken.filter(({ caseId }) => caseId === null || caseId !== past[0]?.case)
  return others.length > 0 ? { errors: numberTaken } : { data }
}

const numberTaken: readonly FieldError[] = [
  {
    pointer: '#/data/number',
    rule: 'number-taken',
    detail: {
      zh: '合同台账中已有这个编号的合同，请核对编号。',
      en: 'The register has a contract of this number already; check the number.',
    },
  },
]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Line = Readonly<Record<string, unknown>>

/** Who collects the income of other holders is said with their title; records of before it stay as they are. */
async function othersIncome(_tx: Tx, { data }: Asked): Promise<Answer> {
  const { holders, othersIncome: said } = data
  const isShared = Array.isArray(holders) && holders.length > 1
  return isShared && said === undefined ? { errors: unsaidIncome } : { data }
}

const unsaidIncome: readonly FieldError[] = [
  {
    pointer: '#/data/othersIncome',
    rule: 'income-of-others-said',
    detail: {
      zh: '成果由多家共有，请写明其他权利人的收益是由本单位代收、各自收取，还是约定放弃。',
      en: 'Others own it too: say whether their income comes in here, goes to them directly, or was given up.',
    },
  },
]

/** Which receipt of the register it is, and that it counts once. */
async function ownReceipt(tx: Tx, asked: Asked): Promise<Answer> {
  const known = await knownReceipt(tx, asked)
  return 'errors' in known ? known : await receiptOnce(tx, { ...asked, data: known.data })
}

/** The same, held against what was agreed. */
async function agreedReceipt(tx: Tx, asked: Asked): Promise<Answer> {
  return ownReceipt(tx, { ...asked, ...(await withAgreed(tx, asked)) })
}

/** The same, and what of it is other holders'. */
async function receiptParts(tx: Tx, asked: Asked): Promise<Answer> {
  const once = await agreedReceipt(tx, asked)
  return 'errors' in once ? once : await othersParts(tx, { ...asked, data: once.data })
}

/** What of a receipt is other holders' is never the institution's own: only the service knows its name. */
async function othersParts(tx: Tx, { institution, data }: Asked): Promise<Answer> {
  const parts = data['forOthers']
  if (!Array.isArray(parts) || parts.length === 0) return { data }
  const { name } = await profileOf(tx, institution)
  const at = parts.findIndex((one: { holder?: unknown } | null) => one?.holder === name)
  if (at < 0) return { data }
  return {
    errors: [{ pointer: `#/data/forOthers/${at}/holder`, rule: 'other-than-own', detail: ownPart }],
  }
}

const ownPart: Words = {
  zh: '这里只写其他权利人的部分；本单位的部分不用填写。',
  en: 'Only what is other holders’ stands here; the own part is not entered.',
}

/** Money that stayed, and costs that nobody gave back. */
async function moneySettled(tx: Tx, asked: Asked): Promise<Answer> {
  const taken = await refundsToTakeIn(tx, asked)
  return 'errors' in taken ? taken : await costsToCorrect(tx, asked)
}

/** What a plan rests on: the ledger of work, and the rule of the house. */
async function planBasis(tx: Tx, asked: Asked): Promise<Answer> {
  const settled = await moneySettled(tx, asked)
  if ('errors' in settled) return settled
  const cited = await citedWork(tx, asked)
  return 'errors' in cited ? cited : await houseRuleOf(tx, { ...asked, data: cited.data })
}

/** What the plan of a reward rests on: money that stayed, and the rule of the house. */
async function rewardBasis(tx: Tx, asked: Asked): Promise<Answer> {
  const settled = await moneySettled(tx, asked)
  return 'errors' in settled ? settled : await rewardRuleOf(tx, asked)
}

/** The entries of the ledger of work that the lines of a plan rest on, each about whom its line is for. */
async function citedWork(tx: Tx, { institution, data }: Asked): Promise<Answer> {
  const lines = Array.isArray(data['lines']) ? (data['lines'] as readonly Line[]) : []
  const asked = lines.map(entriesIn)
  if (asked.every((ids) => ids.length === 0)) return { data }
  const entries = new Map(
    (await entriesByIds(tx, institution, [...new Set(asked.flat())])).map((one) => [one.id, one]),
  )
  const errors: FieldError[] = []
  const rows = lines.map((line, at) => {
    const ids = asked[at] ?? []
    if (ids.length === 0) return line
    const workload = ids.flatMap((id) => {
      const found = entries.get(id)
      const isTheirs = found && (found.personId ?? found.personName) === who(line, found)
      if (!found || !isTheirs || found.correctedBy !== null) {
        const detail = found && isTheirs ? correctedWork : foreignWork
        errors.push({ pointer: `#/data/lines/${at}/workload`, rule: 'citable-entry', detail })
        return []
      }
      const { projectId: project, number, onDay: on, kind, share, words, answer, digest } = found
      const told = { ...(share && { share }), words, ...(answer && { answer }), digest }
      return [{ entry: id, project, number, on, kind, ...told }]
    })
    return { ...line, workload }
  })
  return errors.length > 0 ? { errors } : { data: { ...data, lines: rows } }
}

/** Who a line is for, in the way an entry names people: by id where it does, else by name. */
function who(line: Line, { personId }: { readonly personId: string | null }): unknown {
  return personId === null ? line['name'] : line['person']
}

function entriesIn(line: Line | null): readonly string[] {
  const cited = line?.['workload']
  if (!Array.isArray(cited)) return []
  return cited.flatMap((one: { entry?: unknown } | null) =>
    typeof one?.entry === 'string' && uuid.test(one.entry) ? [one.entry] : [],
  )
}

const foreignWork: Words = {
  zh: '所选的工作量记录不属于此人；请重新选择。',
  en: 'That entry of the ledger of work is about somebody else; choose again.',
}
const correctedWork: Words = {
  zh: '所选的工作量记录已被更正；请改选更正后的一条。',
  en: 'That entry of the ledger of work was corrected; choose the one that corrects it.',
}
