// Cases of every procedure over three years of working days, by a seed.
import { join } from 'node:path'
import { calendarOf, day } from '@yizhuan/kit'
import { compile, type Law } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import type { Procedure } from '../procedure/procedure.ts'
import { procedures } from '../procedures.ts'
import { anyone, wildly } from './anyone.ts'
import { hints } from './hints.ts'
import { type Luck, luckOf } from './luck.ts'
import { type Played, play, type Setting } from './play.ts'

const packs = join(import.meta.dirname, '../../../../packs')

/** The known calendars, and weekends alone for the years whose rest days are not announced. */
const years = [
  ...loadCalendars(packs).filter(({ announced }) => announced !== false),
  ...[2027, 2028, 2029].map((year) => ({ year, holidays: [], workdays: [], verified: false })),
]
const calendar = calendarOf(years)
const lawOf = (...ids: readonly string[]) =>
  compile(
    ids.map((id) => loadPack(join(packs, id))),
    years,
  )

/** The law of the places where cases are played: where it binds, and where a draft advises. */
const guangdong = lawOf('cn-gd-2025')
const shanghai = lawOf('cn-sh-draft-2024', 'cn-sh-pilot-draft')

/** How many cases of a hundred are of a procedure; one where it is not said. */
const share: Readonly<Record<string, number>> = {
  transfer: 50,
  service_contract: 12,
  equity_holding: 4,
  abandonment: 6,
  empowerment_ownership: 3,
  empowerment_use: 3,
  exemption: 2,
  use_first: 3,
  annual_report: 3,
  asset_ledger: 3,
}
const drawn = procedures.flatMap((one) => Array<Procedure>(share[one.id] ?? 1).fill(one))

/** How cases of a procedure are played, beside their seed. */
export interface Manner extends Pick<Setting, 'turns' | 'watch'> {
  readonly wild?: boolean
}

/** Plays cases of one procedure, each by a seed of its own. */
export function* playAll(procedure: Procedure, seed: number, manner: Manner): Generator<Played> {
  for (let at = 0; ; at += 1) yield playOne(procedure, luckOf(seed + at), `case-${at}`, manner)
}

/** Plays cases of all procedures as a hospital has them. */
export function* playCases(
  count: number,
  seed: number,
  mannerOf: (procedure: Procedure) => Manner = () => ({}),
): Generator<Played> {
  for (let at = 0; at < count; at += 1) {
    const luck = luckOf(seed + at)
    const procedure = luck.oneOf(drawn)
    yield playOne(procedure, luck, `case-${at}`, mannerOf(procedure))
  }
}

function playOne(procedure: Procedure, luck: Luck, id: string, { wild, ...rest }: Manner): Played {
  const law: Law = luck.happens(0.75) ? guangdong : shanghai
  const player = (wild ? wildly : anyone)(procedure, hints[procedure.id])
  const from = day('2026-02-02')
  return play(procedure, player, { law, calendar, luck, id, from, to: day('2029-02-02'), ...rest })
}
