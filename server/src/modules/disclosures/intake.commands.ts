import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Caller, Tx } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { putOut } from '../../platform/outbox.ts'
import { amendRecord } from '../../platform/register.ts'
import {
  type AmendRefusals,
  achievementRegister,
  correctAchievement,
  type Intake,
  isTheirs,
} from '../achievements/index.ts'
import { listsFor } from './disclosure.lists.ts'
import { type Disclosure, disclosureOf } from './disclosure.queries.ts'
import { decideAnswer, decideDespite, decideResubmission, type IntakeRefusals } from './intake.ts'
import { lackingOf } from './lacking.ts'

type Refusals = IntakeRefusals & { 'no-such-achievement': Record<string, never> }

/** The answer of the office to what was handed in. */
export type Answer =
  | { readonly kind: 'return'; readonly questions: string; readonly expectedSeq: number }
  | { readonly kind: 'accept'; readonly despite: string | null; readonly expectedSeq: number }

/** Gives a disclosure back with questions, or accepts it. */
export async function answerDisclosure(
  tx: Tx,
  { clock }: Context,
  by: Caller,
  id: string,
  answer: Answer,
): Promise<Outcome<{ seq: number }, Refusals>> {
  const found = await disclosureOf(tx, by.institution, id, clock.now())
  if (!found) return refuse('no-such-achievement', {})
  const { one, inventors } = found
  const decided = decideAnswer(one.intake, answer.kind, inventors)
  if (decided.kind === 'refused') return decided
  const { expectedSeq } = answer
  if (answer.kind === 'return') {
    const { questions } = answer
    return step(tx, { clock }, by, found, decided.value, {
      questions,
      reason: questions,
      expectedSeq,
    })
  }
  const lacking = lackingOf(one, await listsFor(tx, by.institution), inventors)
  const despite = decideDespite(lacking, answer.despite)
  if (despite.kind === 'refused') return despite
  const reason = answer.despite ?? ''
  return step(tx, { clock }, by, found, decided.value, { questions: null, reason, expectedSeq })
}

/** Hands in again what was given back, with everything that is told now. */
export async function resubmit(
  tx: Tx,
  context: Context,
  by: Caller,
  id: string,
  { expectedSeq, order }: { expectedSeq: number; order: Resubmission },
): Promise<Outcome<{ seq: number }, Refusals & AmendRefusals>> {
  const found = await disclosureOf(tx, by.institution, id, context.clock.now())
  if (!found) return refuse('no-such-achievement', {})
  const decided = decideResubmission(found.one.intake, isTheirs(found.one, by))
  if (decided.kind === 'refused') return decided
  const reason = found.one.questions ?? ''
  const corrected = await correctAchievement(tx, context, by, id, {
    fields: order,
    reason: `答复退回的问题：${reason}`.slice(0, 500),
    expectedSeq,
  })
  if (corrected.kind === 'refused') return corrected
  const { seq } = corrected.value
  return step(tx, context, by, found, decided.value, {
    ...{ questions: null, reason: '', expectedSeq: seq },
  })
}

type Resubmission = Parameters<typeof correctAchievement>[4]['fields']

async function step(
  tx: Tx,
  { clock }: Pick<Context, 'clock'>,
  by: Caller,
  { one }: Disclosure,
  intake: Intake,
  said: {
    readonly questions: string | null
    readonly reason: string
    readonly expectedSeq: number
  },
): Promise<Outcome<{ seq: number }, Refusals>> {
  const { id, number, title, disclosedBy: author } = one
  const amended = await amendRecord(tx, achievementRegister, clock, by, id, {
    fields: { intake, intakeOn: clock.today(), questions: said.questions },
    ...{ reason: said.reason, expectedSeq: said.expectedSeq },
    action: intake,
  })
  if (!amended) return refuse('no-such-achievement', {})
  await putOut(tx, {
    institution: by.institution,
    fact: `disclosure.${intake}`,
    body: { id, seq: amended.seq, number, title, author, by: by.person },
  })
  return accept(amended)
}
