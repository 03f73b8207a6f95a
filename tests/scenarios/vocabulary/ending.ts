// How a case ended, and that whoever doubts it can check it without asking us.
import { addDays, fen, yuanText } from '@yizhuan/kit'
import { procedureOf, readRecord, replay, verifyChain } from '@yizhuan/procedures'
import { expect } from 'vitest'
import { checkAgainst } from '../../../server/src/modules/evidence/index.ts'
import { startOf } from '../../../server/src/platform/clock.ts'
import type { Play } from './play.ts'

/** Where a case stands. */
export type Status = 'open' | 'suspended' | 'closed' | 'ended'

export const statusWords: Readonly<Record<Status, { zh: string; en: string }>> = {
  open: { zh: '办理中', en: 'open' },
  suspended: { zh: '中止', en: 'interrupted' },
  closed: { zh: '已结案', en: 'closed' },
  ended: { zh: '已撤回、终止或否决', en: 'withdrawn, terminated or rejected' },
}

/** The final standing, as a scenario states it. */
export interface Ending {
  readonly status: Status
  readonly stage: string
  /** What each beneficiary was paid in all, in yuan to the fen; nobody where nothing was paid. */
  readonly paid?: Readonly<Record<string, string>>
  /** What went to the transfer office and to the institution, in yuan. */
  readonly office?: string
  readonly house?: string
  /** Papers that were made on the way, or lack nothing to be made now. */
  readonly papers?: readonly string[]
}

/** Holds the case in hand against its stated ending, and checks its record from outside. */
export async function standsAs(play: Play, ending: Ending): Promise<void> {
  const read = await play.reads()
  const { status, stage } = read.case
  expect({ status, stage }).toEqual({ status: ending.status, stage: ending.stage })
  const paid = paidIn(read)
  expect(paid).toEqual(ending.paid ?? {})
  const { office, house } = keptIn(read)
  if (ending.office !== undefined) expect(office).toBe(ending.office)
  if (ending.house !== undefined) expect(house).toBe(ending.house)
  const papers = await papersOf(play)
  expect(papers).toEqual(expect.arrayContaining([...(ending.papers ?? [])]))

  for (const { cites, due, title } of stillDue(read)) {
    const [{ source, at } = { source: '', at: '' }] = cites
    play.telling.seen(
      play.today(),
      `尚待办理，最迟 ${due}：${title.zh}（${source}#${at}）`,
      `still to do by ${due}: ${title.en}`,
    )
  }
  const label = read.stages.find((one: { id: string }) => one.id === stage)?.label
  const { zh, en } = statusWords[ending.status]
  play.telling.seen(play.today(), `${label?.zh ?? stage}，${zh}`, `${label?.en ?? stage}, ${en}`)
  const amounts = Object.entries(paid).map(([name, amount]) => `${name} ${amount}`)
  if (amounts.length > 0)
    play.telling.seen(play.today(), `累计发放（元）：${amounts.join('，')}`, 'paid in all, in yuan')
  await checksOut(play)
}

interface Due {
  readonly status: string
  readonly due?: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly cites: readonly { readonly source: string; readonly at: string }[]
}

/** What has a last day and was not done by now. */
function stillDue({ assessment }: { assessment: { findings: readonly Due[] } }): readonly Due[] {
  return assessment.findings.filter(
    ({ status, due }) => due !== undefined && (status === 'pending' || status === 'breached'),
  )
}

interface Payment {
  readonly lines: readonly { readonly name: string; readonly amount: string }[]
}

/** What each person was paid by all payouts that stand; one that was reversed does not. */
function paidIn({ timeline }: { timeline: readonly { type: string; data: object }[] }) {
  const payouts: Payment[] = []
  for (const { type, data } of timeline) {
    if (type === 'distributionReversed' || type === 'rewardReversed') payouts.pop()
    if (/^(paid|.*Paid)$/.test(type) && 'lines' in data) payouts.push(data as Payment)
  }
  const sums = new Map<string, bigint>()
  for (const { name, amount } of payouts.flatMap(({ lines }) => lines))
    sums.set(name, (sums.get(name) ?? 0n) + BigInt(amount))
  return Object.fromEntries([...sums].map(([name, sum]) => [name, yuanText(fen(sum))]))
}

/** What the plans that were paid left to the transfer office and to the institution. */
function keptIn({ state }: { state: { distributions?: readonly { plan: { data: Plan } }[] } }) {
  const plans = (state.distributions ?? []).map(({ plan }) => plan.data)
  const sum = (part: keyof Plan) =>
    yuanText(fen(plans.reduce((total, plan) => total + BigInt(plan[part]), 0n)))
  return { office: sum('toTto'), house: sum('toInstitution') }
}

interface Plan {
  readonly toTto: string
  readonly toInstitution: string
}

interface PaperNow {
  readonly id: string
  readonly missing: readonly { readonly isByHand: boolean }[]
}

async function papersOf(play: Play): Promise<string[]> {
  const { text, body, status } = await play.as(play.reader)(
    'GET',
    `/cases/${play.inHand.id}/papers`,
  )
  expect(status, text).toBe(200)
  const whole = (body.now as PaperNow[])
    .filter(({ missing }) => missing.every(({ isByHand }) => isByHand))
    .map(({ id }) => id)
  return [...whole, ...(body.made as { paper: string }[]).map(({ paper }) => paper)]
}

/**
 * The next morning anybody who was given the record and the proof of its place in the published
 * checkpoint comes to the same state, by the public replay and by nothing else.
 */
async function checksOut(play: Play): Promise<void> {
  const { world, hospital, inHand } = play
  const { id } = inHand
  const today = play.today()
  const asks = play.as(play.reader)
  const before = await play.reads()
  await world.passesTo(hospital, startOf(addDays(today, 1)))
  const record = (await asks('GET', `/cases/${id}/acts.jsonl`)).text
  const { entries } = readRecord(record)
  expect(verifyChain(entries)).toMatchObject({ ok: true, length: before.case.seq })
  const state = replay(procedureOf(entries), entries)
  expect(JSON.parse(JSON.stringify(state))).toEqual(before.state)

  const { body: proof } = await asks('GET', `/cases/${id}/proof`)
  const hashes = entries.map(({ hash }) => hash)
  const checked = checkAgainst({ chain: `case/${id}`, hashes }, proof)
  expect(checked).toMatchObject({ ok: true, covers: entries.length })
  const { body: replayed } = await asks('POST', '/cases/replay', {
    record,
    asOf: today,
    checkpoint: proof,
  })
  expect(replayed.chain.ok && replayed.checkpoint.ok).toBe(true)
  expect(replayed.refused, 'acts that should have been refused').toEqual([])
  await timersFiredOnce(play)
  const n = entries.length
  play.telling.seen(
    today,
    `次日核验：办理记录${n}条，重放结果一致，存证点证明成立`,
    `checked the next day: ${n} acts, the replay agrees, the proof of the checkpoint holds`,
  )
}

/** No timer failed, none fired twice, and a case that is over has none. */
async function timersFiredOnce({ world, inHand }: Play): Promise<void> {
  const { database } = world.house
  const twice = await database.asOwner(
    `select body->>'on' as day from outbox where fact = 'case.dayTurned' and body->>'case' = $1
     group by 1 having count(*) > 1`,
    [inHand.id],
  )
  expect(twice, 'days that turned twice').toEqual([])
  const late = await database.asOwner(
    `select task, trouble from job where key = 'cases/turn/' || $1
     and (trouble is not null or run_at <= $2)`,
    [inHand.id, world.house.clock.now()],
  )
  expect(late, 'timers that did not fire').toEqual([])
}
