// The law may change while a case runs (gd-2025#a39). What is done stays as it is; the stages that were
// not begun are to be checked again, each by what the newer law says of its acts.
import { canonicalJson, type Day, type Lang, type Words } from '@yizhuan/kit'
import {
  type Cite,
  type Finding,
  type Law,
  type Norm,
  type TypeDocument,
  valueText,
} from '@yizhuan/law'
import { assessCase, type Ground } from './assess-case.ts'
import type { Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** A number of law before and after; undefined where there is none. */
export interface ChangedValue {
  readonly label: Words
  readonly before: Words | undefined
  readonly after: Words | undefined
}

/** A norm that the newer law adds, drops or words otherwise. */
export interface ChangedNorm {
  readonly norm: string
  readonly title: Words
  readonly cite: Cite | undefined
  readonly kind: 'new' | 'gone' | 'changed'
  readonly values: readonly ChangedValue[]
}

/** A stage that nobody began, and what changes for it. */
export interface StaleStage {
  readonly id: string
  readonly changes: readonly ChangedNorm[]
}

/**
 * The stages not begun for which a newer law says something else.
 *
 * @param recorded  the kinds of acts in the record.
 */
export function staleStages<State extends CommonState>(
  procedure: Procedure<State>,
  state: State,
  recorded: ReadonlySet<string>,
  { before, after, asOf }: { readonly before: Ground; readonly after: Ground; readonly asOf: Day },
): readonly StaleStage[] {
  const about = new Set(
    [before, after].flatMap((ground) =>
      assessCase(procedure, ground, state, asOf)
        .findings.filter(speaks)
        .map(({ norm }) => norm),
    ),
  )
  const changed = changesBetween(before.law, after.law).filter(({ norm }) => about.has(norm))
  return notBegun(procedure, state, recorded).flatMap(({ id, actions }) => {
    const guards = (law: Law, norm: string) => isOf(law.code.byId.get(norm), actions)
    const changes = changed.filter(
      ({ norm }) => guards(before.law, norm) || guards(after.law, norm),
    )
    return changes.length > 0 ? [{ id, changes }] : []
  })
}

const speaks = ({ status }: Finding): boolean => status !== 'na'

const isOf = (norm: Norm | undefined, actions: readonly string[]): boolean =>
  actions.some((action) => norm?.settledBy === action || norm?.requiredFor.includes(action))

/** The stages of which no act is in the record, each with the actions of its acts. */
function notBegun<State extends CommonState>(
  procedure: Procedure<State>,
  state: State,
  recorded: ReadonlySet<string>,
) {
  const stages = procedure.stages(state)
  const acts = Object.entries(procedure.acts).map(([type, { stage, action }]) => ({
    type,
    action,
    stage: stage ?? stages.at(-1)?.id,
  }))
  return stages.flatMap(({ id, status }) => {
    const own = acts.filter(({ stage }) => stage === id)
    if (status === 'done' || own.some(({ type }) => recorded.has(type))) return []
    return [{ id, actions: own.flatMap(({ action }) => action ?? []) }]
  })
}

function changesBetween(before: Law, after: Law): readonly ChangedNorm[] {
  const ids = [...new Set([...before.norms, ...after.norms].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [was, is] = [before.code.byId.get(id), after.code.byId.get(id)]
    const norm = is ?? was
    if (!norm || (was && is && meaningOf(before, was) === meaningOf(after, is))) return []
    const { title, cites } = norm
    const kind = was === undefined ? 'new' : is === undefined ? 'gone' : 'changed'
    return [{ norm: id, title, cite: cites[0], kind, values: valuesOf(before, after, norm) }]
  })
}

function valuesOf(before: Law, after: Law, norm: Norm): readonly ChangedValue[] {
  return [...norm.uses.params].flatMap((param) => {
    const [was, is] = [latest(before, norm, param), latest(after, norm, param)]
    const label = (is ?? was)?.label
    if (label === undefined || was?.value.zh === is?.value.zh) return []
    return [{ label, before: was?.value, after: is?.value }]
  })
}

/** The last value that the pack of a norm names for a number, as it is read. */
function latest(law: Law, { pack }: Norm, param: string) {
  const layer = law.layers.get(param)?.findLast((one) => one.pack === pack)
  const say = (lang: Lang) =>
    layer ? valueText(law, layer.kind as TypeDocument, layer.value, lang) : ''
  return layer && { label: layer.label, value: { zh: say('zh'), en: say('en') } }
}

/** All that decides what a norm asks; how it is worded does not. */
function meaningOf({ packs }: Law, norm: Norm): string {
  const pack = packs.find(({ id }) => id === norm.pack)
  const { title: _title, ...document } = pack?.norms.find(({ id }) => id === norm.id) ?? {}
  const values = [...norm.uses.params].map((id) => packs.map((one) => one.parameters[id]?.values))
  const terms = [...norm.uses.terms].map((id) => packs.map((one) => one.definitions[id]?.is))
  const readings = [...norm.uses.readings].map((id) =>
    packs.map(({ interpretations }) => {
      const clause = interpretations[id]
      const says = Object.entries(clause?.readings ?? {}).map(([key, { is }]) => [key, is])
      return [clause?.default, says]
    }),
  )
  return canonicalJson(JSON.parse(JSON.stringify([document, values, terms, readings])))
}
