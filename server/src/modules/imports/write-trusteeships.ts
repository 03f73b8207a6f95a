import type { Outcome } from '@yizhuan/kit'
import { achievementsByNumber } from '../achievements/index.ts'
import { rightsByNumber } from '../rights/index.ts'
import {
  amendTrusteeship,
  enterTrusteeship,
  type ToldTrusteeship,
  type TrusteeshipChange,
  trusteeshipProblem,
  trusteeshipsByNumber,
} from '../trusteeships/index.ts'
import { writeEach } from './one-by-one.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { TrustFields } from './trusteeships.ts'
import type { Outlay } from './write.ts'
import type { Done } from './write-people.ts'

/** Writes the agreements of a draft, each as if somebody had entered or amended it. */
export function writeTrusteeships(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { tx } = draft
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'trusteeship', async (row, source) => {
    const told = await toldBy(draft, row)
    if (told.kind === 'refused')
      throw new TypeError(`Nothing is called ${told.refusal.facts.name}.`)
    const { whole, change } = told.value
    const outcome =
      row.state === 'new'
        ? await enterTrusteeship(tx, clock, by, whole, {
            ...{ source, ...(row.newId && { id: row.newId }) },
          })
        : await amendTrusteeship(tx, clock, by, row.recordId ?? '', {
            ...{ ...change, reason: `导入：${source}` },
          })
    takenIn(outcome, trusteeshipProblem, row)
  })
}

/** What a row says in the names of the register: all of it, and what is otherwise. */
interface ToldBy {
  readonly whole: ToldTrusteeship
  readonly change: TrusteeshipChange
}

/** Says a row in the words of the register, or the number in it that leads nowhere. */
export async function toldBy(
  { tx, institution }: StagedDraft,
  row: Staged,
): Promise<
  Outcome<ToldBy, { 'no-such-subject': { readonly name: string; readonly isMany: string } }>
> {
  if (row.entry.to !== 'trusteeship') throw new TypeError('An agreement was asked for.')
  const { fields } = row.entry
  const achievements = await achievementsByNumber(tx, institution, fields.trustAchievements)
  const bearers = await rightsByNumber(tx, institution, fields.trustRights)
  const rights = fields.trustRights.flatMap((number) => meantBy(bearers, number))
  const there = new Set([...achievements, ...rights].map(({ number }) => number ?? ''))
  const lost = [...fields.trustAchievements, ...fields.trustRights].find((one) => !there.has(one))
  if (lost !== undefined) {
    const isMany = bearers.some(({ number }) => number === lost) ? 'yes' : 'no'
    return { kind: 'refused', refusal: { code: 'no-such-subject', facts: { name: lost, isMany } } }
  }
  const [stored] = await trusteeshipsByNumber(tx, institution, [fields.trustNumber ?? ''])
  const subjects = [
    ...achievements.map(({ id }) => ({ kind: 'achievement' as const, id })),
    ...rights.map(({ id }) => ({ kind: 'right' as const, id })),
  ]
  const whole = { ...wholeOf(fields, stored?.parties ?? []), subjects }
  const said = new Set(row.changes.map(({ field }) => field))
  const change = Object.fromEntries(
    Object.entries(saidIn).flatMap(([name, of]) =>
      of.some((field) => said.has(field)) ? [[name, whole[name as keyof typeof saidIn]]] : [],
    ),
  ) as TrusteeshipChange
  return { kind: 'accepted', value: { whole, change } }
}

/** The right that a number alone means: that of China, or the only one. Parts of one patent abroad share theirs. */
function meantBy<Right extends { readonly number: string | null; readonly country: string | null }>(
  rights: readonly Right[],
  number: string,
): readonly Right[] {
  const bearers = rights.filter((one) => one.number === number)
  const here = bearers.filter(({ country }) => country === null)
  if (here.length > 0) return here
  return bearers.length === 1 ? bearers : []
}

/** Which fields of a row tell of a field of the register. */
const saidIn = {
  title: ['trustTitle'],
  trustee: ['trustee'],
  trusteeUscc: ['trusteeUscc'],
  trusteeKind: ['trusteeKind'],
  subjects: ['trustAchievements', 'trustRights'],
  parties: ['trustOwners', 'trustOperators', 'trustIncome'],
  payer: ['trustPayer'],
  fromDay: ['trustFrom'],
  toDay: ['trustTo'],
  duties: ['trustDuties'],
  feeFen: ['trustFeeFen'],
  feeWords: ['trustFeeWords'],
  approvedBy: ['trustApprover'],
  approvedOn: ['trustApprovedOn'],
  despite: ['trustDespite'],
  remark: ['remark'],
} as const satisfies Partial<Record<keyof ToldTrusteeship, readonly (keyof TrustFields)[]>>

function wholeOf(
  fields: TrustFields,
  stored: readonly {
    readonly power: string
    readonly name: string
    readonly uscc: string | null
  }[],
): Omit<ToldTrusteeship, 'subjects'> {
  // A ledger says no codes of parties: what is known of one stays.
  const party = (
    power: 'ownership' | 'operation' | 'income',
    name: string,
    share: string | null,
  ) => ({
    ...{ power, name, share },
    uscc: stored.find((one) => one.power === power && one.name === name)?.uscc ?? null,
  })
  return {
    ...{ number: fields.trustNumber ?? '', title: fields.trustTitle ?? '' },
    ...{ trustee: fields.trustee ?? '', trusteeUscc: fields.trusteeUscc },
    ...{ trusteeKind: fields.trusteeKind ?? '', payer: fields.trustPayer },
    parties: [
      ...fields.trustOwners.map((name) => party('ownership', name, null)),
      ...fields.trustOperators.map((name) => party('operation', name, null)),
      ...fields.trustIncome.map(({ name, share }) => party('income', name, share)),
    ],
    ...{ fromDay: fields.trustFrom ?? '', toDay: fields.trustTo },
    ...{ duties: fields.trustDuties ?? '', feeFen: fields.trustFeeFen },
    ...{ feeWords: fields.trustFeeWords, approvedBy: fields.trustApprover },
    ...{ approvedOn: fields.trustApprovedOn, despite: fields.trustDespite },
    ...{ files: [], remark: fields.remark },
  }
}
