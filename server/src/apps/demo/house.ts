import { addDays, type Day } from '@yizhuan/kit'
import { makeRule, type NewRule } from '../../modules/distribution-rules/index.ts'
import { changeProfile, enterCarrier, enterStanding } from '../../modules/institutions/index.ts'
import { declareInterests } from '../../modules/interests/index.ts'
import { enterInternalRule } from '../../modules/internal-rules/index.ts'
import { enterCredential } from '../../modules/people/index.ts'
import { clockAt } from '../../platform/clock.ts'
import { asSystem } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { firms } from './deal.ts'
import { offices } from './people.ts'
import type { Hospital } from './province.ts'

/** Topic, title, the body that approved it, and how many days ago it came into force. */
const rules: readonly (readonly [string, string, string, number])[] = [
  ['disclosure', '科技成果披露管理办法（虚构）', '院长办公会', 380],
  ['income_distribution', '科技成果转化收益分配办法（虚构）', '职工代表大会', 380],
  ['collective_decision', '科技成果转化重大事项集体决策规则（虚构）', '党委会', 380],
  ['disposal', '科技成果处置管理办法（虚构）', '院长办公会', 300],
  ['ip_protection', '知识产权管理办法（虚构）', '院长办公会', 1130],
]

/** What the house is by day, the rules it made, and what some of its people declared. */
export async function loadHouse(context: Context, hospital: Hospital): Promise<void> {
  const today = context.clock.today()
  const [admin, officer, , inventor, , leader] = hospital.people
  if (!admin || !officer || !inventor || !leader) {
    throw new TypeError('A hospital of the demonstration has people.')
  }
  const by = { institution: hospital.id, person: admin.id, name: admin.name }
  const clock = clockAt(addDays(today, -200))
  await asSystem(context.db, hospital.id, async (tx) => {
    await changeProfile(tx, clock, by, { kind: 'hospital' })
    for (const [aspect, value] of [
      ['level', 'provincial'],
      ['ownership', 'public'],
      ['research', 'yes'],
      ['affiliation', '示例医科大学（虚构）'],
    ] as const) {
      const document = '机构登记文件（虚构）'
      done(await enterStanding(tx, clock, by, { aspect, value, from: '2020-01-01', document }))
    }
    for (const [topic, title, approvedBy, days] of rules) {
      const inForceOn = addDays(today, -days)
      const approvedOn = addDays(inForceOn, -20)
      const rule = { topic, title, approvedBy, approvedOn, inForceOn }
      const { id } = done(await enterInternalRule(tx, clock, by, rule))
      if (topic !== 'income_distribution') continue
      const document = { title, approvedBy, approvedOn, from: inForceOn, internalRule: id }
      done(await makeRule(tx, clock, by, houseRule(document, hospital.code)))
    }
    const carrier = {
      kind: 'proof_of_concept',
      name: '示例概念验证中心（虚构）',
      place: '示例园区',
    }
    const partner = '示例医科大学（虚构）'
    done(await enterCarrier(tx, clock, by, { ...carrier, partner, fromDay: addDays(today, -500) }))
    const certificate = {
      kind: 'technology_manager',
      title: '技术经理人（中级，虚构）',
      number: null,
    }
    const issued = { issuer: '示例培训中心（虚构）', issuedOn: addDays(today, -1070) }
    const validUntil = addDays(today, 20)
    const learned = { ...certificate, ...issued, validUntil, hours: null, file: null }
    done(await enterCredential(tx, clock, by, officer.id, learned))
    const training = { kind: 'training', title: '技术转移从业人员培训（虚构）', hours: 24 }
    const course = { ...learned, ...training, issuedOn: addDays(today, -210), validUntil: null }
    done(await enterCredential(tx, clock, by, officer.id, course))
    const declare = async (
      person: { id: string; name: string },
      on: Day,
      items: readonly Item[],
    ) => {
      const author = { institution: hospital.id, person: person.id, name: person.name }
      const desk = { clock: clockAt(on), keys: context.keys }
      done(await declareInterests(tx, desk, author, { items: [...items], isWhole: true }))
    }
    await declare(officer, addDays(today, -100), [])
    await declare(inventor, addDays(today, -60), [tie])
    await declare(researcherOf(hospital), addDays(today, -45), [])
    // Good until a few weeks ago: to be declared anew.
    await declare(leader, addDays(today, -390), [])
  })
}

type Item = Parameters<typeof declareInterests>[3]['items'][number]

/** Somebody of a hospital who holds no office. */
export function researcherOf({ people }: Hospital): Hospital['people'][number] {
  const found = people[offices.length + 1]
  if (!found) throw new TypeError('A hospital of the demonstration has people without office.')
  return found
}

/** The firm that the spouse of an inventor has shares in. */
export const tiedFirm = `${firms[0]}科技有限责任公司（虚构）`

const tie: Item = {
  tie: 'shareholding',
  through: 'spouse',
  holder: '林某某',
  enterprise: tiedFirm,
  uscc: null,
  detail: '持股 3%',
}

function done<Value>(
  outcome:
    | { readonly kind: 'accepted'; readonly value: Value }
    | { readonly kind: 'refused'; readonly refusal: unknown },
): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw new TypeError(`The demonstration was refused: ${JSON.stringify(outcome.refusal)}`)
}

/** Steps by amount, as houses have them; the second hospital gives its teams a flat share for a rule of its own. */
function houseRule(
  document: Pick<NewRule, 'title' | 'approvedBy' | 'approvedOn' | 'from' | 'internalRule'>,
  code: string,
): NewRule {
  const step = (above: string, share: string) => ({ above, share, fixed: null })
  const team = [step('0', '80%'), ...(code === 'b' ? [] : [step('100000000', '75%')])]
  return {
    ...document,
    ...{ to: null, number: '示例〔2025〕7号（虚构）', file: null, reason: null },
    schemes: [
      {
        ...{ modes: [], basis: 'total', staff: [step('0', '3%')] },
        layers: [
          { layer: 'contributors', steps: team },
          { layer: 'department', steps: [step('0', '3%')] },
          { layer: 'office', steps: [step('0', '10%')] },
        ],
        purposes: [
          { purpose: 'research_and_transfer', share: '60%' },
          { purpose: 'talent', share: '40%' },
        ],
      },
      {
        ...{ modes: ['service_contract'], basis: 'total', staff: [], purposes: [] },
        layers: [{ layer: 'contributors', steps: [step('0', '60%')] }],
      },
    ],
  }
}
