import type { Words } from '@yizhuan/kit'
import type { RecordMarks, StockAnswerRecord } from '@yizhuan/ledger'
import type { Tx } from '../../platform/database.ts'
import { personsByStaffNumber } from '../people/index.ts'
import {
  answersNamed,
  assessmentForm,
  type BroughtAnswer,
  bringAnswer,
  campaignsNamed,
  decideScores,
  linesNamed,
  partsNamed,
  stocktakingProblem,
} from '../stocktaking/index.ts'
import { scoredTwice } from './evaluations.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import { type Settling, saidBy, settleEach, writeEach } from './one-by-one.ts'
import type { Candidate } from './plan.ts'
import { againstHolder } from './settle-credentials.commands.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import type { Done } from './write-people.ts'

// What inventors said on paper when stock was taken. An answer is never changed: who has answered already answers
// again on their own page, where the newer one counts.

/** An answer as a ledger tells of it. */
export type AnswerFields = Omit<StockAnswerRecord, keyof RecordMarks>

export interface AnswerEntry {
  readonly to: 'stockAnswer'
  readonly number: string | null
  readonly fields: AnswerFields
}

export function toStockAnswer(record: StockAnswerRecord): AnswerEntry {
  const { stockName, stockNumber, staffNo, answerer, stockWish, stockWords } = record
  const fields = {
    ...{ stockName, stockNumber, staffNo, answerer, stockWish, stockWords },
    stockScores: record.stockScores,
  }
  const parts = [stockName, stockNumber === null ? null : bare(stockNumber), answerer]
  return { to: 'stockAnswer', number: parts.includes(null) ? null : parts.join('|'), fields }
}

/** A number in no notation: ZL, dots and dashes say nothing. */
const bare = (number: string) =>
  number
    .toUpperCase()
    .replace(/[^0-9A-Z\p{Script=Han}]/gu, '')
    .replace(/^(ZL|CN)(?=\d)/, '')

/** Everything that rows of answers are held against. */
interface Stock {
  readonly campaigns: Awaited<ReturnType<typeof campaignsNamed>>
  readonly lines: Awaited<ReturnType<typeof linesNamed>>
  readonly parts: Awaited<ReturnType<typeof partsNamed>>
  readonly answers: Awaited<ReturnType<typeof answersNamed>>
}

async function stockOf(tx: Tx, institution: string, names: readonly string[]): Promise<Stock> {
  const campaigns = await campaignsNamed(tx, institution, [...new Set(names)])
  const ids = campaigns.map(({ id }) => id)
  const [lines, parts, answers] = await Promise.all([
    linesNamed(tx, institution, ids),
    partsNamed(tx, institution, ids),
    answersNamed(tx, institution, ids),
  ])
  return { campaigns, lines, parts, answers }
}

/** The campaign of a name: the one that runs, where several bear it. */
function campaignOf({ campaigns }: Stock, { stockName }: AnswerFields) {
  const named = campaigns.filter(({ name }) => name === stockName)
  const open = named.filter(({ state }) => state === 'open')
  if (open.length === 1) return open[0]
  return named.length === 1 ? named[0] : undefined
}

/** The line that a row is about: by its own number, or by that of its achievement where one line alone is of it. */
function linesFor({ lines }: Stock, campaign: string, { stockNumber }: AnswerFields) {
  const own = lines.filter((line) => line.campaign === campaign)
  const number = bare(stockNumber ?? '')
  const found = own.filter((line) => bare(line.number) === number)
  if (found.length > 0) return found
  return own.filter(({ achievement }) => achievement !== null && bare(achievement) === number)
}

const partFor = ({ parts }: Stock, campaign: string, { answerer }: AnswerFields) =>
  parts.find((part) => part.campaign === campaign && part.name === answerer)

/** The answers there are to what rows are about, as rows would tell of them. */
export async function knownAnswers(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const asked = candidates.flatMap(({ key, entry }) =>
    entry.to === 'stockAnswer' && entry.fields.stockName !== null
      ? [{ key, fields: entry.fields, name: entry.fields.stockName }]
      : [],
  )
  if (asked.length === 0) return new Map()
  const names = asked.map(({ name }) => name)
  const stock = await stockOf(tx, institution, names)
  return new Map(
    asked.flatMap(({ key, fields }) => {
      const campaign = campaignOf(stock, fields)
      const [line, ...more] = campaign ? linesFor(stock, campaign.id, fields) : []
      const part = campaign && partFor(stock, campaign.id, fields)
      if (!line || more.length > 0 || !part) return []
      const one = stock.answers.find((each) => each.line === line.id && each.part === part.id)
      if (!one) return []
      const { wish, words, scores } = one
      const isSame = Object.entries(scoresOf(fields).scores).every(([code, level]) => {
        return scores[code] === level
      })
      const known = {
        ...{ ...fields, stockWish: wish, stockWords: words },
        stockScores: isSame ? fields.stockScores : namedScores(scores),
      }
      return [[keyIn('stockAnswer', key), { id: one.id, fields: known }] as const]
    }),
  )
}

const namedScores = (scores: Readonly<Record<string, number>>) =>
  assessmentForm().criteria.map(({ code, label }) => ({
    name: label.zh,
    points: scores[code] ?? 0,
  }))

/** The levels a row gives by the codes of the questions, the first that no question is called, and the first told twice. */
function scoresOf({ stockScores }: AnswerFields) {
  const { criteria } = assessmentForm()
  const scores: Record<string, number> = {}
  let [lost, twice]: (string | undefined)[] = []
  for (const { name, points } of stockScores) {
    const found = criteria.find(({ code, label: { zh, en } }) => [code, zh, en].includes(name))
    if (!found) lost ??= name
    else if (found.code in scores) twice ??= name
    else scores[found.code] = points
  }
  return { scores, lost, twice }
}

/** Keeps answers out that their campaign would not take. */
export const settleAnswers: Settling = (draft) =>
  settleEach(draft, 'stockAnswers', 'stockAnswer', async (row) => {
    if (row.state === 'changed') return otherwise
    const whole = await wholeOf(draft, row)
    return 'answer' in whole ? undefined : whole.reason
  })

/** Enters the answers of a draft, each named in the chain of its campaign. */
export function writeAnswers(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'stockAnswer', async (row, source) => {
    const whole = await wholeOf(draft, row)
    if (!('answer' in whole)) throw new TypeError('An answer was planned to nothing.')
    const answer = { ...whole.answer, id: row.newId ?? '', source }
    takenIn(await bringAnswer(draft.tx, clock, by, answer), stocktakingProblem, row)
  })
}

type Whole = { readonly answer: Omit<BroughtAnswer, 'id' | 'source'> } | { readonly reason: Words }

/** A row in the words of its campaign, or the first thing that is not there. */
async function wholeOf({ tx, institution }: StagedDraft, { entry }: Staged): Promise<Whole> {
  if (entry.to !== 'stockAnswer') throw new TypeError('An answer was asked for.')
  const { fields } = entry
  const { stockName, stockNumber, staffNo, answerer, stockWish, stockWords } = fields
  const name = answerer ?? ''
  const stock = await stockOf(tx, institution, [stockName ?? ''])
  const campaign = campaignOf(stock, fields)
  if (!campaign) {
    return { reason: stock.campaigns.length > 0 ? severalNamed : noCampaign(stockName ?? '') }
  }
  if (campaign.state === 'closed') return { reason: closed }
  const [line, ...more] = linesFor(stock, campaign.id, fields)
  if (!line) return { reason: noLine(stockNumber ?? '') }
  if (more.length > 0) return { reason: severalLines(stockNumber ?? '') }
  const part = partFor(stock, campaign.id, fields)
  if (!part || !line.inventors.includes(name)) return { reason: notAsked(name) }
  if (staffNo !== null) {
    const persons = await personsByStaffNumber(tx, institution, [staffNo])
    const names = new Map(persons.map((one) => [staffNo, one.name]))
    const no = againstHolder({ staffNo, personName: answerer }, names)
    if (no) return { reason: no }
    const isOther = part.personId !== null && part.personId !== persons[0]?.id
    if (isOther) return { reason: notAsked(`${name}（${staffNo}）`) }
  }
  const { scores, lost, twice } = scoresOf(fields)
  if (lost !== undefined) return { reason: noQuestion(lost) }
  if (twice !== undefined) return { reason: scoredTwice(twice) }
  const decided = decideScores(scores)
  if (decided.kind === 'refused') {
    return { reason: saidBy(stocktakingProblem(decided.refusal)) }
  }
  const said = { scores, wish: (stockWish ?? 'keep') as BroughtAnswer['wish'], words: stockWords }
  const about = { campaign: campaign.id, line: line.id, part: part.id, number: line.number, name }
  return { answer: { ...about, ...said } }
}

const noCampaign = (name: string): Words => ({
  zh: `没有名为“${name}”的盘点；请先发起盘点，或更正名称`,
  en: `no stock-taking is called "${name}"; begin it first, or correct the name`,
})

const severalNamed: Words = {
  zh: '有几次盘点同名，无法确定是哪一次；请由填报人在自评页填写',
  en: 'several stock-takings bear this name, so which is meant is not known; have it answered on the page',
}

const closed: Words = {
  zh: '这次盘点已经结束，不再接受自评',
  en: 'this stock-taking is closed and takes no more answers',
}

const noLine = (number: string): Words => ({
  zh: `这次盘点的清单中没有编号 ${number}；请核对编号`,
  en: `the stock-taking lists nothing under ${number}; check the number`,
})

const severalLines = (number: string): Words => ({
  zh: `成果 ${number} 在这次盘点中有几项知识产权；请写各项自己的编号`,
  en: `the stock-taking lists several rights of the achievement ${number}; give the number of each`,
})

const notAsked = (name: string): Words => ({
  zh: `这次盘点没有就这一项询问${name}；请核对编号和姓名`,
  en: `the stock-taking does not ask ${name} about this; check number and name`,
})

const noQuestion = (name: string): Words => ({
  zh: `自评没有“${name}”这一问；可填：${questions('zh')}`,
  en: `no question is called "${name}"; there are: ${questions('en')}`,
})

const questions = (lang: 'zh' | 'en') =>
  assessmentForm()
    .criteria.map(({ label }) => label[lang])
    .join(lang === 'zh' ? '、' : ', ')

const otherwise: Words = {
  zh: '此人对这一项已有答复而内容不同；答复不改，请本人在自评页重新填写，以新的为准',
  en: 'this person has answered about this already, with other content; an answer is never changed: have it given anew on the page, where the newer one counts',
}

/** What an answer always has, with the words for one without it. */
export function missingInAnswer({
  fields,
}: AnswerEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.stockName) return ['盘点名称', 'name of the stock-taking']
  if (!fields.stockNumber) return ['盘点编号', 'number']
  if (!fields.answerer) return ['填报人', 'who answers']
  if (!fields.stockWish) return ['处置意向', 'wish']
  return fields.stockScores.length > 0 ? undefined : ['自评得分', 'levels of the questions']
}
