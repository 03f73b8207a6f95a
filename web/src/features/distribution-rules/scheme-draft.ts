import { type SplitLayer, splitLayers } from '@yizhuan/money'
import { modes } from '@yizhuan/procedures'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import type { NewDistributionRuleWire, SchemeWire } from './distribution-rule.api.ts'

// A scheme as it is typed: amounts in yuan, every layer with its steps, also those nobody shares in.

export interface StepDraft {
  readonly above: string
  readonly share: string
  readonly fixed: string
}

export const typedLayers = [...splitLayers, 'staff'] as const
export type TypedLayer = SplitLayer | 'staff'

/** The modes a scheme may be for, and commissioned work beside them. */
export const ruleModes = [...modes, 'service_contract'] as const

export const purposes = [
  'research_and_transfer',
  'rewards',
  'talent',
  'ip_protection',
  'other',
] as const

export interface SchemeDraft {
  readonly key: number
  readonly modes: readonly SchemeWire['modes'][number][]
  readonly basis: SchemeWire['basis']
  readonly layers: Readonly<Record<TypedLayer, readonly StepDraft[]>>
  readonly purposes: Readonly<Record<string, string>>
}

const first: StepDraft = { above: '0', share: '', fixed: '' }

const everyLayer = (of: (layer: TypedLayer) => readonly StepDraft[]): SchemeDraft['layers'] => ({
  contributors: of('contributors'),
  department: of('department'),
  office: of('office'),
  company: of('company'),
  staff: of('staff'),
})

/** A scheme nobody filled in yet. */
export function newScheme(key: number): SchemeDraft {
  return { key, modes: [], basis: 'each', layers: everyLayer(() => [first]), purposes: {} }
}

/** A scheme as it stands, to be changed. */
export function draftOf(scheme: SchemeWire, key: number): SchemeDraft {
  const stepsOf = (layer: TypedLayer) => {
    const steps =
      layer === 'staff' ? scheme.staff : scheme.layers.find((one) => one.layer === layer)?.steps
    return steps && steps.length > 0 ? steps.map(typedStep) : [first]
  }
  return {
    ...{ key, modes: scheme.modes, basis: scheme.basis },
    layers: everyLayer(stepsOf),
    purposes: Object.fromEntries(scheme.purposes.map(({ purpose, share }) => [purpose, share])),
  }
}

const typedStep = ({ above, share, fixed }: SchemeWire['staff'][number]): StepDraft => ({
  above: typedYuan(above),
  share: share ?? '',
  fixed: fixed === null ? '' : typedYuan(fixed),
})

/** What is sent of a scheme: a layer of which nothing is said takes nothing. */
export function schemeOf(draft: SchemeDraft): NewDistributionRuleWire['schemes'][number] {
  const layers = splitLayers
    .map((layer) => ({ layer, steps: stepsOf(draft.layers[layer]) }))
    .filter(({ steps }) => steps.length > 0)
  return {
    ...{ modes: [...draft.modes], basis: draft.basis, layers },
    staff: stepsOf(draft.layers.staff),
    purposes: purposes.flatMap((purpose) => {
      const share = draft.purposes[purpose]?.trim()
      return share ? [{ purpose, share }] : []
    }),
  }
}

function stepsOf(steps: readonly StepDraft[]) {
  const isSaid = ({ share, fixed }: StepDraft) => share.trim() !== '' || fixed.trim() !== ''
  if (!steps.some(isSaid)) return []
  return steps.map(({ above, share, fixed }) => ({
    above: fenText(above) ?? above,
    share: share.trim() || null,
    fixed: fixed.trim() === '' ? null : (fenText(fixed) ?? fixed),
  }))
}
