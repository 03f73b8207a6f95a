import type { Brought } from './bring.commands.ts'
import { sampleClauses } from './sample-clauses.ts'
import type { ContractType, Slot, TemplateContent } from './standard.ts'

/** A place with its clauses by key; `?` at its end: it may be left out. */
type Place = readonly [key: string, ...clauses: readonly string[]]

const slotOf = ([key, ...clauses]: Place): Slot => ({
  key: key.replace('?', ''),
  clauses,
  isOptional: key.endsWith('?'),
})

const model = (
  key: string,
  name: string,
  types: readonly ContractType[],
  titles: readonly [zh: string, en: string],
  places: readonly Place[],
): Brought => {
  const [title, titleEn] = titles
  const content: TemplateContent = { types, title, titleEn, slots: places.map(slotOf) }
  return { key: `model-${key}`, name, content, sample: `model-${key}` }
}

/** One clause in a place of its own name. */
const alone = (...keys: readonly string[]): Place[] =>
  keys.map((key): Place => [key, key.replace('?', '')])

const price: readonly Place[] = [
  ['price', 'price-once', 'price-instalments', 'price-plain'],
  ['milestone-payments', 'milestone-payments'],
  ['royalty', 'royalty'],
  ['equity', 'equity'],
  ['audit', 'audit'],
]

const head: readonly Place[] = [
  ...alone('parties', 'other-parties'),
  ['object', 'object-rights', 'object-plain'],
  ['title', 'title-shared', 'title-sole'],
]

const tail = alone('liability', 'registration', 'termination', 'disputes', 'signing')

const commissioned: readonly Place[] = [
  ...alone('parties', 'other-parties', 'work', 'work-acceptance'),
]
const afterWork: readonly Place[] = [
  ...price.slice(0, 2),
  ...alone('tax', 'results', 'ethics?', 'confidentiality'),
  ...tail,
]

/** The sample library of the platform: clauses, and model contracts made of them. */
export const samples: readonly Brought[] = [
  ...sampleClauses.map((one) => ({ ...one, sample: one.key })),
  model(
    'assignment',
    '技术转让合同（示例）',
    ['assignment'],
    ['技术转让合同', 'Technology assignment contract'],
    [
      ...head,
      ...alone('transfer'),
      ...price,
      ...alone('tax', 'delivery', 'upkeep?', 'improvements', 'ethics?', 'confidentiality'),
      ...alone('warranty', 'infringement?'),
      ...tail,
    ],
  ),
  model(
    'license',
    '技术许可合同（示例）',
    ['license'],
    ['技术许可合同', 'Technology licence contract'],
    [
      ...head,
      ['grant', 'grant-exclusive', 'grant-sole', 'grant-plain'],
      ...alone('sublicence?', 'diligence?'),
      ...price,
      ...alone('tax', 'delivery', 'upkeep', 'improvements', 'ethics?', 'confidentiality'),
      ...alone('warranty', 'infringement'),
      ...tail,
    ],
  ),
  model(
    'development',
    '技术开发合同（示例）',
    ['development'],
    ['技术开发合同', 'Technology development contract'],
    [...commissioned, ...alone('risk'), ...afterWork],
  ),
  model(
    'service',
    '技术服务合同（示例）',
    ['service', 'consulting'],
    ['技术服务合同', 'Technical service contract'],
    [...commissioned, ...afterWork],
  ),
]
