import {
  type Act,
  type ActsState,
  alreadyDone,
  type CaseState,
  type CommonState,
  type Entry,
  GENESIS,
  link,
  neededActs,
  notYet,
  objectionsIn,
  type Procedure,
  replay,
  transferCase,
  verifyChain,
} from '@yizhuan/procedures'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actsOf, stateOf, walked } from './procedure-lines.ts'

// What holds for the record of every procedure: folding it again gives the same case, and an objection
// made at any moment is kept until it is answered and takes nothing from the record.

const shifts = fc.integer({ min: -700, max: 1100 })

test.each(walked)('replaying any beginning of $name gives the same case', ({ procedure, line }) => {
  fc.assert(
    fc.property(shifts, fc.array(fc.nat(line.length - 1), { maxLength: 6 }), (shift, left) => {
      // Some acts are left out: whatever was recorded is folded the same.
      const acts = actsOf(
        line.filter((_, at) => at === 0 || !left.includes(at)),
        shift,
      )
      const states = [...beginningsOf(procedure, acts)]
      const again = JSON.parse(JSON.stringify(acts)) as readonly Act[]
      for (const [at, state] of states.entries()) {
        expect(replay(procedure, again.slice(0, at + 1))).toEqual(state)
        expect(state.seq).toBe(at + 1)
      }
    }),
    { numRuns: 10 },
  )
})

/** The case after each act; none may change what was before, so that is frozen. */
function* beginningsOf(procedure: Procedure, acts: readonly Act[]): Generator<CommonState> {
  let state: CommonState | undefined
  for (const act of acts) {
    state = frozen(procedure.evolve(state, frozen(act)))
    yield state
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

// Objections. What an answer takes back is the notice, which is then shown afresh, and in a transfer the
// decision that rested on it.

const withNotice = walked.filter(({ procedure }) => procedure.acts['objectionFiled'])
const AFRESH = ['noticePublished', 'noticeCertified', 'objectionFound']

test('there are procedures with a notice', () => {
  expect(new Set(withNotice.map(({ procedure }) => procedure.id)).size).toBeGreaterThan(5)
})

test.each(withNotice)('an objection at any moment of $name loses no act', (walk) => {
  const { procedure, line } = walk
  let raised = 0
  const kinds = fc.array(fc.constantFrom('objectionFiled', 'abnormalityFound'), {
    minLength: 1,
    maxLength: 3,
  })
  fc.assert(
    fc.property(shifts, kinds, (shift, types) => {
      const acts = actsOf(line, shift)
      for (const { seq } of acts) {
        const before = acts.slice(0, seq)
        const record = withObjections(procedure, before, types)
        raised += record.length - before.length
        checkObjections(procedure, before, record)
      }
    }),
    { numRuns: 5 },
  )
  expect(raised).toBeGreaterThan(0)
})

const FILED: Readonly<Record<string, Act['data']>> = {
  objectionFiled: { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  abnormalityFound: { text: '有异常' },
  objectionFound: { finding: '已核实', outcome: 'continue' },
}

/** The record with one more act, unless it takes none of the kind. */
function withAct(procedure: Procedure, record: readonly Act[], type: string): readonly Act[] {
  const state = stateOf(procedure, record)
  if (alreadyDone(procedure, state, type) || notYet(procedure, state, type)) return record
  const last = record.at(-1) as Act
  const files: Act['files'] = []
  return [...record, { ...last, seq: last.seq + 1, type, data: FILED[type] ?? {}, files }]
}

function withObjections(procedure: Procedure, record: readonly Act[], types: readonly string[]) {
  return types.reduce((acts, type) => withAct(procedure, acts, type), record)
}

function checkObjections(procedure: Procedure, before: readonly Act[], record: readonly Act[]) {
  const were = openIn(procedure, stateOf(procedure, before))
  const filed = record.length - before.length
  if (filed === 0) return
  const suspended = stateOf(procedure, record)
  expect(openIn(procedure, suspended)).toBe(were + filed)
  expect(suspended.status).toBe('suspended')
  expect(neededActs(procedure, suspended)).toContain('objectionFound')
  const kept = countsOf(suspended)
  for (const [type, count] of Object.entries(countsOf(stateOf(procedure, before))))
    expect([type, kept[type]]).toEqual([type, (kept[type] ?? 0) >= count ? kept[type] : count])
  const answered = answeredAll(procedure, record, were + filed)
  checkChain(answered)
  checkKept(suspended, stateOf(procedure, answered))
}

/** Each objection waits for its own answer; only the last lifts the suspension. */
function answeredAll(procedure: Procedure, record: readonly Act[], open: number): readonly Act[] {
  let acts = record
  for (let left = open; left > 0; left -= 1) {
    expect(stateOf(procedure, acts).status).toBe('suspended')
    acts = withAct(procedure, acts, 'objectionFound')
    expect(openIn(procedure, stateOf(procedure, acts))).toBe(left - 1)
  }
  expect(acts.length).toBe(record.length + open)
  expect(['open', 'terminated']).toContain(stateOf(procedure, acts).status)
  return acts
}

/** Every act is in the record, in its place, sealed; and the record read anew is the same case. */
function checkChain(acts: readonly Act[]): void {
  const entries: Entry[] = []
  for (const act of acts)
    entries.push(link(entries.at(-1)?.hash ?? GENESIS, { case: 'a-case', ...act }))
  expect(verifyChain(entries)).toMatchObject({ ok: true, length: acts.length })
  expect(entries.map(({ type, seq }) => [type, seq])).toEqual(
    acts.map(({ type }, at) => [type, at + 1]),
  )
}

/** What counted still counts, but for the notice. */
function checkKept(suspended: CommonState, after: CommonState): void {
  const kept = countsOf(after)
  for (const [type, count] of Object.entries(countsOf(suspended)))
    if (!AFRESH.includes(type)) expect([type, kept[type]]).toEqual([type, count])
}

const isTransfer = (procedure: Procedure) => procedure.id === transferCase.id

function openIn(procedure: Procedure, state: CommonState): number {
  const all = isTransfer(procedure)
    ? (state as CaseState).objections
    : objectionsIn(state as ActsState)
  return all.filter(({ finding }) => finding === undefined).length
}

/** How often each kind of act counts; of a transfer, how often what it remembers is there. */
function countsOf(state: CommonState): Readonly<Record<string, number>> {
  const { acts, ...rest } = state as ActsState
  const steps = Object.entries(acts).map(([type, all]) => [type, all.length] as const)
  const remembered = Object.entries(rest)
    .filter(([name]) => !['status', 'seq', 'lastOn', 'decision', 'changeNotice'].includes(name))
    .map(([name, value]) => [`state.${name}`, Array.isArray(value) ? value.length : 1] as const)
  return Object.fromEntries([...steps, ...remembered])
}
