// Many cases over years of working days, by a seed.
import { join } from 'node:path'
import { calendarOf, day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { empowermentOwnership } from '../empowerment/ownership.ts'
import { ownershipLine, useLine } from '../empowerment/testing/lines.ts'
import { empowermentUse } from '../empowerment/use.ts'
import { carriesOn } from '../transfer-case/testing/player.ts'
import { transferCase } from '../transfer-case/transfer-case.ts'
import { luckOf } from './luck.ts'
import { type Played, play } from './play.ts'
import { follow } from './script.ts'

const packs = join(import.meta.dirname, '../../../../packs')

/** The known calendars, and weekends alone for the years whose rest days are not announced. */
const years = [
  ...loadCalendars(packs).filter(({ announced }) => announced !== false),
  ...[2027, 2028, 2029].map((year) => ({ year, holidays: [], workdays: [], verified: false })),
]
export const calendar = calendarOf(years)
export const law = compile(
  ['cn-gd-2025'].map((id) => loadPack(join(packs, id))),
  years,
)

const from = day('2026-02-02')
const to = day('2029-02-02')

/** Plays cases one after the other; most are transfers. */
export function* playCases(count: number, seed: number): Generator<Played> {
  for (let at = 0; at < count; at += 1) {
    const luck = luckOf(seed + at)
    const setting = { law, calendar, luck, id: `case-${at}`, from, to }
    const way = luck.below(10)
    if (way < 8) yield play(transferCase, carriesOn, setting)
    else if (way === 8) yield play(empowermentOwnership, follow(ownershipLine), setting)
    else yield play(empowermentUse, follow(useLine), setting)
  }
}
