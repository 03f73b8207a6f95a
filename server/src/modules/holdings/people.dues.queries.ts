import { type Day, parseRatio } from '@yizhuan/kit'
import type { DeferralChoice } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { keyPart, type RegisteredDue } from '../../platform/dues.ts'
import type { ToldHolding } from '../cases/index.ts'
import { personsKnownOn } from '../people/index.ts'
import { deferralsByTransfer, deferredTax } from '../tax-positions/index.ts'
import { givenUpBy } from './given-up.ts'

// What comes up about the people who hold equity: who became a chief since, and whose deferred tax falls due.

export type Chiefs = ReadonlyMap<string, Day>

/** Who of the contributors that hold equity is a chief on a day, and since when. */
export async function chiefsAmong(
  tx: Tx,
  institution: string,
  rows: readonly { readonly told: ToldHolding }[],
  today: Day,
): Promise<Chiefs> {
  const ids = rows.flatMap(({ told }) => contributorsIn(told).flatMap(({ person }) => person ?? []))
  const known = await personsKnownOn(tx, institution, [...new Set(ids)], today)
  return new Map(
    [...known].flatMap(([id, { entry }]) => {
      const [since] = (entry?.isChief ? entry.posts : [])
        .flatMap(({ kind, from }) => (kind === 'chief' ? [from] : []))
        .toSorted()
      return since === undefined ? [] : [[id, since] as const]
    }),
  )
}

const contributorsIn = ({ periods }: ToldHolding) =>
  (periods.at(-1)?.holders ?? []).filter(
    ({ kind, share }) => kind === 'contributor' && parseRatio(share).n > 0n,
  )

/**
 * A chief is awarded no equity (gd-2025#a21.p1); who becomes one later keeps what they hold until somebody has looked
 * at it. Nothing changes by itself, and the task stays until the review is on record.
 */
export function reviewDues(
  of: Pick<RegisteredDue, 'record' | 'counted'>,
  told: ToldHolding,
  chiefs: Chiefs,
): readonly RegisteredDue[] {
  return contributorsIn(told).flatMap(({ name, person }): RegisteredDue[] => {
    const since = person === undefined ? undefined : chiefs.get(person)
    // A holding that was kept before there were reviews has no list of them.
    const reviews: ToldHolding['chiefReviews'] | undefined = told.chiefReviews
    if (since === undefined || since <= told.formedOn) return []
    if (reviews?.some((one) => one.name === name && one.since >= since)) return []
    return [
      {
        ...{ ...of, kind: 'deadline', day: since, article: null, act: 'chiefReviewed' },
        key: `holding/${of.record.id}/chief/${keyPart(name, since)}`,
        title: {
          zh: `${name}任正职领导，其持有的股权须审查`,
          en: `${name} became chief: look at the equity they hold`,
        },
        roles: ['leaders', 'discipline'],
      },
    ]
  })
}

export type Deferrals = ReadonlyMap<string, readonly DeferralChoice[]>

/** The choices of tax behind some holdings, by the number of the transfer. */
export function deferralsBehind(
  tx: Tx,
  institution: string,
  rows: readonly { readonly told: ToldHolding }[],
): Promise<Deferrals> {
  const numbers = rows.flatMap(({ told }) => told.transferCase ?? [])
  return deferralsByTransfer(tx, institution, numbers)
}

/**
 * Deferred tax falls due when the equity is given up (cn-equity-deferral-2016#h3): a task with an estimate, until the
 * case of the transfer says that it was paid.
 */
export function deferredDues(
  of: Pick<RegisteredDue, 'record' | 'counted'>,
  told: ToldHolding,
  deferrals: Deferrals,
): readonly RegisteredDue[] {
  const { transferCase, periods } = told
  const choices = transferCase === null ? [] : (deferrals.get(transferCase) ?? [])
  return choices.flatMap((choice): RegisteredDue[] => {
    const { name, option, settledOn } = choice
    const gone = option === 'tax_deferred' ? givenUpBy(name, periods, settledOn) : undefined
    if (!gone) return []
    const tax = deferredTax(choice, gone.part, gone.on)
    const about = tax === undefined ? undefined : yuan(tax)
    return [
      {
        ...{ ...of, kind: 'deadline', day: gone.on, article: null, act: null },
        key: `holding/${of.record.id}/deferred/${keyPart(name, gone.on)}`,
        title: {
          zh: `${name}的递延税款到期${about ? `，估算${about}元` : ''}；缴纳后在项目${transferCase}登记`,
          en: `Deferred tax of ${name} is due${about ? `, about ${about} yuan (estimate)` : ''}; record it in case ${transferCase} once paid`,
        },
        roles: ['finance'],
      },
    ]
  })
}

function yuan(fen: bigint): string {
  const text = `${fen}`.padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
