import { chineseDay, type Day, fen as fenOf, inCapitals } from '@yizhuan/kit'
import { sumAgreed, type Terms } from '@yizhuan/money'
import {
  amountSaid,
  equitySaid,
  milestonesSaid,
  moneyConditions,
  paymentsSaid,
  royaltiesSaid,
  type Said,
} from './money-words.ts'
import type { FactName } from './placeholder.ts'
import type { Condition, ContractType } from './standard.ts'

// What the registers say of a deal, as values of placeholders and as answers to the conditions of clauses.

/** What was gathered of a deal; null or empty where nobody said it. */
export interface Gathered {
  readonly house: string
  readonly platformCompany: string | null
  readonly isOfCompany: boolean
  readonly type: ContractType | null
  readonly title: string | null
  readonly number: string | null
  readonly caseNumber: string | null
  readonly signedOn: string | null
  readonly counterparty: string | null
  readonly counterpartyUscc: string | null
  readonly parties: readonly { readonly name: string; readonly role: Said }[]
  readonly coOwners: readonly string[] | null
  readonly achievements: readonly string[]
  readonly team: readonly string[]
  readonly rights: readonly string[] | null
  readonly rightsGranted: string | null
  readonly exclusivity: 'exclusive' | 'sole' | 'plain' | null
  readonly sublicence: 'barred' | 'consent' | 'free' | null
  readonly field: string | null
  readonly territory: string | null
  readonly termFrom: string | null
  readonly termTo: string | null
  readonly amountFen: string | null
  /** The payments as they were written down, version by version. */
  readonly terms: Terms | undefined
  /** What a case says of them in words, before there are any. */
  readonly payment: string | null
  readonly sharing: string | null
  readonly equityShare: string | null
}

/** A deal as a draft sees it. */
export interface DealFacts {
  readonly type: ContractType | null
  readonly title: string
  readonly facts: Facts
  /** The amount of the contract and what its payments come to, where the two differ. */
  readonly sumDiffers: { readonly amount: string; readonly payments: string } | null
  /** Undefined: nobody said. */
  readonly conditions: Readonly<Partial<Record<Condition, boolean>>>
}

export type Facts = Readonly<Partial<Record<FactName, Said>>>

const licences: Readonly<Record<'exclusive' | 'sole' | 'plain', Said>> = {
  exclusive: { zh: '独占许可', en: 'exclusive licence' },
  sole: { zh: '排他许可', en: 'sole licence' },
  plain: { zh: '普通许可', en: 'plain licence' },
}

const sublicences: Readonly<Record<'barred' | 'consent' | 'free', Said>> = {
  barred: { zh: '乙方不得再许可第三方实施', en: 'Party B grants no sublicence' },
  consent: {
    zh: '乙方经甲方书面同意，可以再许可第三方实施',
    en: 'Party B may sublicense with the written consent of Party A',
  },
  free: {
    zh: '乙方可以在许可范围内再许可第三方实施，并将再许可合同副本交甲方',
    en: 'Party B may sublicense within its licence and gives Party A a copy',
  },
}

const plain = (text: string | null): Said | undefined =>
  text === null || text.trim() === '' ? undefined : { zh: text, en: text }

const joined = (texts: readonly string[]): Said | undefined =>
  texts.length === 0 ? undefined : { zh: texts.join('、'), en: texts.join(', ') }

/** A day as precise as it is known. */
const dayed = (day: string | null): Said | undefined =>
  day === null ? undefined : { zh: day.length === 10 ? chineseDay(day as Day) : day, en: day }

/** The values of placeholders, and what is so of the deal. */
export function dealFacts(of: Gathered): DealFacts {
  const { terms, exclusivity, sublicence } = of
  const moreParties = of.parties.length > 0
  const rights = of.rights ?? []
  const told: Partial<Record<FactName, Said | undefined>> = {
    甲方: plain(of.isOfCompany ? of.platformCompany : of.house),
    乙方: plain(of.counterparty),
    乙方信用代码: plain(of.counterpartyUscc),
    其他各方: moreParties
      ? {
          zh: of.parties.map(({ name, role }) => `${name}（${role.zh}）`).join('、'),
          en: of.parties.map(({ name, role }) => `${name} (${role.en})`).join(', '),
        }
      : undefined,
    合同名称: plain(of.title),
    合同编号: plain(of.number),
    签订日期: dayed(of.signedOn),
    项目编号: plain(of.caseNumber),
    科技成果: joined(of.achievements),
    研究团队: joined(of.team),
    权利清单: numbered(rights),
    权利共有人: joined(of.coOwners ?? []),
    授权内容: plain(of.rightsGranted),
    许可方式: exclusivity === null ? undefined : licences[exclusivity],
    再许可: sublicence === null ? undefined : sublicences[sublicence],
    许可领域: plain(of.field),
    许可地域: plain(of.territory),
    期限起: dayed(of.termFrom),
    期限止: dayed(of.termTo),
    ...money(of),
    收益分享办法: plain(of.sharing),
    作价占股比例: plain(of.equityShare),
  }
  return {
    type: of.type,
    title: of.title ?? of.achievements.join('、'),
    facts: Object.fromEntries(Object.entries(told).filter(([, said]) => said !== undefined)),
    sumDiffers: differing(of),
    conditions: {
      ...(terms && moneyConditions(terms)),
      ...(exclusivity !== null && {
        exclusive: exclusivity === 'exclusive',
        sole: exclusivity === 'sole',
        plain: exclusivity === 'plain',
      }),
      ...(of.rights !== null && { rights: rights.length > 0 }),
      ...(of.coOwners !== null && { coOwners: of.coOwners.length > 0 }),
      moreParties,
    },
  }
}

/** A price and payments that come to something else would both stand in the text. */
function differing({ amountFen, terms }: Gathered): DealFacts['sumDiffers'] {
  const sum = terms && sumAgreed(terms)
  if (amountFen === null || sum === undefined || sum === BigInt(amountFen)) return null
  return { amount: amountFen, payments: `${sum}` }
}

function money({
  amountFen,
  terms,
  payment,
}: Gathered): Partial<Record<FactName, Said | undefined>> {
  const fen = amountFen === null || (terms && terms.currency !== 'CNY') ? null : BigInt(amountFen)
  const amount = fen === null ? foreignSum(terms) : amountSaid(fen, 'CNY')
  const capitals = fen === null ? undefined : plain(inCapitals(fenOf(fen)))
  return {
    合同金额: amount,
    合同金额大写: capitals,
    // Until payments are written down one by one, a case has them in the words that were published.
    付款安排: terms ? paymentsSaid(terms) : plain(payment),
    里程碑付款: terms && milestonesSaid(terms),
    提成约定: terms && royaltiesSaid(terms),
    股权约定: terms && equitySaid(terms),
  }
}

/** What a contract in a foreign currency comes to: its amount in yuan is only planned. */
function foreignSum(terms: Terms | undefined): Said | undefined {
  if (!terms || terms.currency === 'CNY') return undefined
  if (terms.terms.some(({ kind }) => kind === 'royalty')) return undefined
  const sum = terms.terms.reduce((all, term) => all + ('minor' in term ? term.minor : 0n), 0n)
  return amountSaid(sum, terms.currency)
}

const numbered = (lines: readonly string[]): Said | undefined => {
  if (lines.length < 2) return joined(lines)
  const text = lines.map((line, at) => `（${at + 1}）${line}`).join('；\n')
  return { zh: text, en: text }
}

/** What became other since a text was filled in: only what the text names. */
export function changedFacts(
  then: Facts,
  now: Facts,
  named: ReadonlySet<string>,
): readonly { readonly name: string; readonly was: string | null; readonly is: string | null }[] {
  const names = new Set([...Object.keys(then), ...Object.keys(now)])
  return [...names]
    .filter((name) => named.has(name))
    .flatMap((name) => {
      const was = then[name as FactName]?.zh ?? null
      const is = now[name as FactName]?.zh ?? null
      return was === is ? [] : [{ name, was, is }]
    })
}
