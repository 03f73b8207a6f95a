import { accept, InputError, type Outcome, refuse } from '@yizhuan/kit'
import { parseFacts, type TaxRegime } from '@yizhuan/law'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { expectSeq, lockChain, recordChange } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { taxPositions } from '../policies/index.ts'
import type { PositionRefusals } from './position.refusals.ts'
import type { Answer, FileRef } from './position.table.ts'
import { isKnownByNotice, noticeDays } from './position.ts'
import type { AnswerWire, ClaimWire } from './position.wire.ts'
import { taxCaseOf } from './tax-case.queries.ts'
import { CLAIMED, judgedOf, nationsLaw, regimesOf, type TaxCase } from './tax-case.ts'

type Done = Promise<Outcome<{ seq: number }, PositionRefusals>>

/** Answers a question of the law about a relief; what was said before stays readable. */
export async function answerQuestion(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly contract: string; readonly regime: TaxRegime },
  { fact, value, words, files, expectedSeq }: z.output<typeof AnswerWire>,
): Done {
  const found = await taxCaseOf(tx, by.institution, of.contract, clock.today())
  if (!found || !regimesOf(found).includes(of.regime)) return refuse('no-such-position', {})
  const law = nationsLaw()
  if (!taxPositions().regimes[of.regime].asks.includes(fact)) return refuse('not-asked', {})
  if (isKnownByNotice(found.known, fact)) return refuse('known-by-notice', {})
  try {
    parseFacts(law, { [fact]: value })
  } catch (error) {
    if (error instanceof InputError) return refuse('not-an-answer', {})
    throw error
  }
  const today = clock.today()
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
  if (isDay && value > today) return refuse('answered-in-future', { today })
  // A notice that the platform did not show is shown by its paper (cn-reward-notice-2018#h4).
  if (value !== null && noticeDays.some((one) => one === fact) && files.length === 0) {
    return refuse('notice-without-paper', {})
  }
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is answered.
  return accept(
    await write(tx, clock, by, found, { ...of, fact, value, words, files, expectedSeq }),
  )
}

/** Decides whether a relief is claimed. It can be only while the law lets it: every gate that bars is met. */
export async function claimRelief(
  tx: Tx,
  clock: Clock,
  by: Caller,
  of: { readonly contract: string; readonly regime: TaxRegime },
  { claimed, words, files, expectedSeq }: z.output<typeof ClaimWire>,
): Done {
  const today = clock.today()
  const found = await taxCaseOf(tx, by.institution, of.contract, today)
  if (!found || !regimesOf(found).includes(of.regime)) return refuse('no-such-position', {})
  const { can, gates } = judgedOf(found, of.regime, today)
  if (claimed && can !== 'yes') {
    const open = gates.filter(({ state }) => state === 'open' || state === 'unknown')
    return refuse('gates-open', {
      zh: open.map(({ title }) => title.zh).join('、'),
      en: open.map(({ title }) => title.en).join('; '),
    })
  }
  const lost = await fileNotStored(tx, by.institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is decided.
  const told = { ...of, fact: CLAIMED, value: claimed, words, files, expectedSeq }
  return accept(await write(tx, clock, by, found, told))
}

async function write(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { contract }: TaxCase,
  told: {
    readonly regime: TaxRegime
    readonly fact: string
    readonly value: Answer
    readonly words: string | null
    readonly files: readonly FileRef[]
    readonly expectedSeq: number
  },
): Promise<{ seq: number }> {
  const { institution } = by
  const { regime, fact, value, words, files } = told
  const name = `tax/${contract.id}/${regime}`
  const head = await lockChain(tx, { institution, name })
  await expectSeq(head, told.expectedSeq, () => Promise.resolve([]))
  const at = clock.now()
  await tx
    .insertInto('taxAnswer')
    .values({
      ...{ institutionId: institution, contractId: contract.id, regime, seq: head.seq + 1 },
      ...{ fact, value: JSON.stringify(value), words, files: JSON.stringify(files) },
      ...{ madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  const { seq } = await recordChange(tx, name, {
    action: fact === CLAIMED ? 'tax.claimed' : 'tax.answered',
    subject: contract.id,
    data: { regime, fact, value, words, files: files.map(({ sha256 }) => sha256) },
    at,
    by,
  })
  return { seq }
}
