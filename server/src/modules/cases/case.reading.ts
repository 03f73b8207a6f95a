import { type Day, dayInChina } from '@yizhuan/kit'
import { explain, knownFacts } from '@yizhuan/law'
import {
  type ActsState,
  caseAssessmentToJson,
  type Ground,
  serviceContract,
  settledByLaw,
  writeRecord,
} from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { sha256 } from '../../platform/evidence.ts'
import { conflict, notFound } from '../../platform/problem.ts'
import { agreedSumOfCase } from '../receivables/index.ts'
import { caseDesk } from './case.desk.ts'
import { caseLine, entriesOf, objectionsOf } from './case.queries.ts'
import { readingsBehind } from './case.readings.ts'
import type { CaseWire } from './case.wire.ts'
import { mustBeWhole, shownTo, withoutTies } from './closed.reading.ts'
import {
  type Entry,
  lineOf,
  nextOf,
  replayed,
  stagesShown,
  toEntries,
  verified,
} from './procedure.ts'
import { lentTo } from './substitutes/acting-for.ts'
import { withoutTold } from './told.reading.ts'

/** Roles that handle objections and so may read who made them. */
const mayReadObjections: readonly string[] = [
  'tto_negotiator',
  'tto_reviewer',
  'legal',
  'discipline',
  'leaders',
]

/** The whole case as of today, or as it was known on an earlier day; undefined when there is none. */
export async function readCase(
  tx: Tx,
  { clock, keys }: { readonly clock: Clock; readonly keys: FieldKeys },
  caller: Caller,
  id: string,
  asOf?: string,
): Promise<CaseWire | undefined> {
  const { institution, roles, person } = caller
  const today = clock.today()
  const day = (asOf !== undefined && asOf < today ? asOf : today) as Day
  const mayRead = roles.some((role) => mayReadObjections.includes(role))
  const [line, desk, rows, objections, lent, agreedSum] = await Promise.all([
    caseLine(tx, institution, id),
    caseDesk(tx, clock, institution, id, day),
    entriesOf(tx, institution, id),
    mayRead ? readObjections(tx, keys, institution, id) : [],
    lentTo(tx, clock, { institution, person }, id),
    agreedSumOfCase(tx, institution, id),
  ])
  if (!line) return undefined
  const all = toEntries(rows)
  const entries = all.filter(({ at }) => dayInChina(at) <= day)
  if (entries.length === 0) throw notFound()
  const after = replayed(desk, entries, day)
  const shown = await withoutTold(tx, caller, withoutTies(shownTo(entries, person), caller))
  // What the page knows of the record, and what the law says to it, is what its reader may read.
  const { state, assessment, procedure } = shown === entries ? after : replayed(desk, shown, day)
  const plain = caseAssessmentToJson(assessment)
  return {
    // What the line shows is true of today; as of an earlier day it is read off the record again.
    case: entries.length === all.length ? line : { ...line, ...lineOf(after), ...ends(entries) },
    state: { ...state },
    today,
    asOf: day,
    stages: stagesShown(after),
    next: nextOf(after, desk, day, roles, lent),
    assessment: plain,
    ...(plain['money'] !== undefined && { money: plain['money'] }),
    ...(agreedSum !== undefined && { agreedSum }),
    ...(procedure.id === serviceContract.id && settledShown(state as ActsState, desk, day)),
    timeline: shown.map((entry) => ({
      ...entry,
      data: { ...entry.data },
      files: [...entry.files],
    })),
    files: shown.flatMap(filesOf),
    objections,
    chain: verified(all, sha256),
  }
}

/** The net income of commissioned work as the law of its case counts it. */
function settledShown(state: ActsState, ground: Ground, day: Day): Pick<CaseWire, 'settled'> {
  const settled = settledByLaw(state, ground, day)
  if (!settled) return {}
  const lines = settled.lines.map(({ id, amount }) => ({ id, fen: `${amount}` }))
  return { settled: { lines, netFen: `${settled.net}` } }
}

function ends(entries: readonly Entry[]) {
  const last = entries.at(-1)
  return last ? { seq: last.seq, lastOn: last.on } : {}
}

function filesOf({ files, seq, type }: Entry) {
  return files.map(({ name, sha256, size }) => ({ name, sha256, size, seq, act: type }))
}

async function readObjections(tx: Tx, keys: FieldKeys, institution: string, id: string) {
  const rows = await objectionsOf(tx, institution, id)
  return rows.map((row) => ({
    id: row.id,
    noticeId: row.noticeId,
    filedOn: row.filedOn,
    name: keys.open(row.nameSealed, `objection:name:${row.id}`),
    contact: keys.open(row.contactSealed, `objection:contact:${row.id}`),
    idNumberMasked: row.idNumberMasked,
    text: keys.open(row.textSealed, `objection:text:${row.id}`),
  }))
}

/** One norm explained on the facts of a case. @throws {Problem} 404 for a norm not in force. */
export async function explainNorm(
  tx: Tx,
  clock: Clock,
  { institution, person }: Pick<Caller, 'institution' | 'person'>,
  id: string,
  norm: string,
  { lang, asOf }: { lang: 'zh' | 'en'; asOf?: string | undefined },
) {
  const today = clock.today()
  const day = (asOf !== undefined && asOf < today ? asOf : today) as Day
  const desk = await caseDesk(tx, clock, institution, id, day)
  const entries = toEntries(await entriesOf(tx, institution, id)).filter(
    ({ at }) => dayInChina(at) <= day,
  )
  if (entries.length === 0) throw notFound()
  const { procedure, assessment, state } = replayed(desk, shownTo(entries, person), day)
  const finding = assessment.findings.find((one) => one.norm === norm)
  if (!finding) throw notFound({ zh: '没有这条规范。', en: 'There is no such norm.' })
  const why = explain(finding, lang)
  const { law, rules, chosen } = desk
  const outlook = { asOf: day, rules, chosen }
  return {
    norm,
    sentence: why.text,
    why,
    readings: readingsBehind(law, finding, knownFacts(law, procedure.facts(state)), outlook),
  }
}

/** The record as one entry a line, with the institution's own rules, as `yizhuan case replay` reads it. */
export async function exportCase(
  tx: Tx,
  clock: Clock,
  caller: Pick<Caller, 'institution' | 'person' | 'roles'>,
  id: string,
): Promise<string> {
  const { institution } = caller
  const entries = mustBeWhole(toEntries(await entriesOf(tx, institution, id)), caller)
  // Without what was told its digests would not fit the record any more.
  if ((await withoutTold(tx, caller, entries)) !== entries) throw recordHasDisclosure()
  const { law, rules, chosen } = await caseDesk(tx, clock, institution, id)
  const packs = law.packs.map(({ id, revision }) => `${id}@r${revision}`)
  return writeRecord(entries, { packs, hash: law.hash, rules, readings: chosen })
}

const recordHasDisclosure = () =>
  conflict('record-has-disclosure', {
    zh: '记录中载有成果报备内容，仅限完成人、转化部门及履行审核、决策、监督职责的人员导出完整记录。',
    en: 'The record tells what was disclosed: its inventors, the office, and those who decide on it and oversee it alone export it whole.',
  })
