import { type Day, percent, ratioText } from '@yizhuan/kit'
import {
  type InstitutionReading,
  isRatio,
  type Law,
  parameterAt,
  type UsedParameter,
  type Value,
} from '@yizhuan/law'
import type { StoredRule } from './own-rule.queries.ts'
import { governing, problemsOf, standingOf, toReadings, toRules } from './own-rule.ts'
import type { LayerWire, OwnParameterWire, OwnReadingWire, OwnRuleWire } from './own-rule.wire.ts'

/** From where an institution's own rules are looked at. */
export interface View {
  readonly law: Law
  readonly institution: string
  readonly rules: readonly StoredRule[]
  readonly on: Day
  readonly me: string
}

/** The numbers an institution may set, each with its layers and own rules. */
export function parametersShown(view: View): OwnParameterWire[] {
  const { law, rules, on, institution } = view
  const own = toRules(governing(rules), institution)
  return [...law.layers].flatMap(([id, layers]) => {
    const [first] = layers
    if (!first) return []
    const { kind, bound, label } = first
    if (kind !== 'ratio' && kind !== 'days' && kind !== 'number' && kind !== 'money') return []
    const used = parameterAt(law.layers, id, on, own)
    return [
      {
        id,
        label,
        kind,
        bound,
        value: used ? shown(used.value, kind) : null,
        provenance: used?.provenance ?? null,
        layers: used ? layersShown(law, used) : [],
        own: rulesShown(view, 'parameter', id),
      },
    ]
  })
}

/** Laws from the widest to the closest, the institution last: each with its value and article. */
function layersShown(law: Law, used: UsedParameter): LayerWire[] {
  return used.layers.map(({ by, value, cite }) => {
    const pack = law.packs.find(({ id }) => id === by)
    return {
      by,
      value: shown(value, used.kind),
      ...(pack && { jurisdiction: pack.jurisdiction }),
      ...(pack?.status === 'draft' && { isDraft: true }),
      ...(cite && { cite: { ...cite } }),
    }
  })
}

/** The ambiguous clauses with the reading that applies on the day. */
export function readingsShown(view: View): OwnReadingWire[] {
  const { law, rules, on } = view
  const chosen = toReadings(governing(rules))
  return [...law.interpretations].map(([id, clause]) => ({
    id,
    label: clause.label,
    question: clause.question,
    rationale: clause.rationale,
    cite: { ...clause.cite },
    default: clause.default,
    reading: readingOn(chosen, id, on, [...clause.readings.keys()]) ?? clause.default,
    readings: [...clause.readings].map(([choice, { text }]) => ({ id: choice, text })),
    norms: law.norms
      .filter(({ uses }) => uses.readings.has(id))
      .map(({ id: norm, title }) => ({ id: norm, title })),
    own: rulesShown(view, 'reading', id),
  }))
}

function readingOn(
  chosen: readonly InstitutionReading[],
  id: string,
  on: Day,
  known: readonly string[],
): string | undefined {
  return chosen.find(
    (one) =>
      one.id === id &&
      known.includes(one.reading) &&
      one.from <= on &&
      (one.to === undefined || on < one.to),
  )?.reading
}

/** The proposals about one subject, newest first. */
function rulesShown(view: View, kind: 'parameter' | 'reading', subject: string): OwnRuleWire[] {
  const { rules, on, law, institution, me } = view
  const governs = governing(rules)
  return rules
    .filter((rule) => rule.kind === kind && rule.subject === subject)
    .map((rule) => ({
      id: rule.id,
      subject,
      choice: rule.choice,
      from: rule.from,
      to: rule.to,
      governsTo: governs.find((one) => one.rule.id === rule.id)?.to ?? rule.to,
      basis: rule.basis,
      basisFile: rule.basisFile,
      standing: standingOf(rule, governs, on),
      proposed: { name: rule.proposed.name, on: rule.proposed.on },
      decided: rule.decided
        ? { name: rule.decided.name, on: rule.decided.on, reason: rule.decided.reason }
        : null,
      isMine: rule.proposed.by === me,
      problems: problemsOf(rule, law, institution).map(({ text, cite }) => ({
        text,
        ...(cite && { cite: { ...cite } }),
      })),
    }))
    .reverse()
}

function shown(value: Value, kind: string): string {
  if (!isRatio(value)) return String(value)
  return kind === 'ratio' ? percent(value) : ratioText(value)
}
