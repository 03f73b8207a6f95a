import type { Day } from '@yizhuan/kit'
import { type Law, type TaxRegime, taxRegimes } from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import { lawOf, taxPositions } from '../policies/index.ts'
import type { TaxedRefund } from './estimate.ts'
import type { answersOf, attemptsFor, contractsAsked, RewardNotice } from './position.queries.ts'
import type { Answer } from './position.table.ts'
import {
  type Judged,
  judge,
  type KnownFacts,
  supplyOf,
  type TaxedReceipt,
  windowOf,
} from './position.ts'

/** The nation's pack: whose norms are the gates of every relief. */
export const nationsLaw = (): Law => lawOf(['cn'])

/** The fact under which it stands whether a relief is claimed. */
export const CLAIMED = 'claimed'

export type Said = Awaited<ReturnType<typeof answersOf>>[number]

/** What a contract's positions are judged by. */
export interface TaxCase {
  readonly contract: NonNullable<Awaited<ReturnType<typeof contractsAsked>>[number]>
  readonly known: KnownFacts
  readonly receipts: readonly TaxedReceipt[]
  readonly refunds: readonly TaxedRefund[]
  readonly said: readonly Said[]
  readonly registration: string | null
  /** How those who are awarded equity by its case chose to be taxed. */
  readonly deferrals: readonly DeferralChoice[]
}

export function taxCase(
  of: Omit<TaxCase, 'known' | 'registration'> & {
    readonly ownership: unknown
    readonly attempts: readonly Awaited<ReturnType<typeof attemptsFor>>[number][]
    readonly notice: RewardNotice | undefined
  },
): TaxCase {
  const { contract, ownership, attempts, notice, receipts, refunds, said, deferrals } = of
  const standing = attempts.find(({ state }) => state === 'registered' || state === 'changed')
  // Without a record of attempts the register of contracts says whether it is registered.
  const byRegister = attempts.length === 0 && contract.registration === 'registered'
  // A ledger may have had no day, or a month only, when the attempt was taken over from it.
  const days = standing || byRegister ? [standing?.decidedOn, contract.registeredOn] : []
  return {
    ...{ contract, receipts, refunds, said, deferrals },
    registration: attempts[0]?.id ?? null,
    known: {
      mode: contract.kind === 'transfer' ? contract.mode : null,
      signedOn: contract.signedOn,
      registeredOn: days.find((day) => day?.length === 10) ?? null,
      technologySupply: supplyOf(contract.kind, contract.mode),
      institutionOwnership: typeof ownership === 'string' ? ownership : null,
      cashNoticeOn: notice?.on ?? null,
      cashNoticeEndedOn: notice?.endedOn ?? null,
    },
  }
}

/** The regimes that a contract may have, by its mode or kind. */
export function regimesOf({ contract }: TaxCase): readonly TaxRegime[] {
  const what = contract.kind === 'transfer' ? contract.mode : contract.kind
  const { regimes } = taxPositions()
  // Of what is not known to be of one mode, every regime of transfers is looked at.
  return taxRegimes.filter((name) =>
    what === null ? name !== 'equity_deferral' : regimes[name].contracts.includes(what),
  )
}

/** The newest answer to each question of a regime. */
export function answersTo({ said }: TaxCase, regime: TaxRegime): Readonly<Record<string, Answer>> {
  const own = said.filter((one) => one.regime === regime && one.fact !== CLAIMED)
  return Object.fromEntries(own.map(({ fact, value }) => [fact, value]))
}

/** Of the receipts whose reward waits the longest whose window is open: the relief is claimed for what is in time. */
function receiptToJudge({ receipts }: TaxCase, today: Day): TaxedReceipt | undefined {
  const waiting = receipts.filter((one) => one.paidOn === null && isKept(one))
  const inTime = waiting.find((one) => windowOf(nationsLaw(), one, today).state === 'open')
  return inTime ?? waiting[0] ?? receipts.at(-1)
}

/** What the law says of a relief: of the receipt whose reward waits longest, where there is a window. */
export function judgedOf(of: TaxCase, name: TaxRegime, today: Day): Judged {
  const receipt = name === 'cash_reward' ? receiptToJudge(of, today) : of.receipts.at(-1)
  const regime = taxPositions().regimes[name]
  return judge(nationsLaw(), regime, {
    ...{ known: of.known, answers: answersTo(of, name), receipt, today },
  })
}

/** Whether something of a receipt was not given back. */
export const isKept = ({ leftFen }: TaxedReceipt) => BigInt(leftFen) > 0n
