// Players for procedures whose main line is written down: they follow it, and now and then something
// comes between.
import { addDays, type Day, day, daysBetween } from '@yizhuan/kit'
import type { ActsState } from '../procedure/acts-state.ts'
import type { Role } from '../procedure/roles.ts'
import type { Move, Player } from './play.ts'

type Step = readonly [on: string, role: Role, type: string, data: Readonly<Record<string, unknown>>]

const objection: Move = {
  type: 'objectionFiled',
  role: 'public',
  data: { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
}

/** A player who follows a line; what was taken back is done again. */
export function follow(line: readonly Step[]): Player<ActsState> {
  return ({ state, today, luck }) => {
    if (!state) return [moveOf(line[0], today, daysBetween(day(line[0]?.[0]), today))]
    if (state.status === 'suspended') return [answer(luck.oneOf(['continue', 'continue', 'stop']))]
    const between: Move[] = []
    if (luck.happens(0.02)) between.push(objection)
    if (luck.happens(0.004)) between.push({ type: 'withdrawn', data: { reason: '放弃' } })
    const shift = daysBetween(day(line[0]?.[0]), state.opened.on)
    return [...between, ...remaining(line, state).map((step) => moveOf(step, today, shift))]
  }
}

const answer = (outcome: string): Move => ({
  type: 'objectionFound',
  role: 'tto_reviewer',
  data: { finding: '已核实', outcome },
})

/** The steps of a line whose act does not count yet as often as the line has it. */
function remaining(line: readonly Step[], state: ActsState): readonly Step[] {
  const left = new Map(Object.entries(state.acts).map(([type, acts]) => [type, acts.length]))
  const first = line.findIndex(([, , type]) => {
    const count = left.get(type) ?? 0
    left.set(type, count - 1)
    return count <= 0
  })
  return first < 0 ? [] : line.slice(first, first + 1)
}

/** A step taken today: the days it names move as far as the opening did. */
function moveOf(step: Step | undefined, today: Day, shift: number): Move {
  if (!step) throw new TypeError('A line has at least one step.')
  const [, role, type, data] = step
  const moved = shifted(data, shift) as Move['data']
  // A notice is taken down when it is certified.
  const isShown = moved['lastShownOn'] !== undefined
  return { type, role, data: { ...moved, ...(isShown && { lastShownOn: today }) } }
}

function shifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((one) => shifted(one, by))
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return addDays(day(value), by)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, by)]))
}
