import { allocate, type Fen, parseRatio, ratio } from '@yizhuan/kit'
import {
  agreedTerms,
  awaited,
  type CaseState,
  collectsForOthers,
  contractPriceOf,
  NOT_SHOWN,
  partsByTitle,
  receivedIn,
} from '@yizhuan/procedures'
import type { KnownPerson } from '../../../api/people.ts'
import { fenText, typedYuan, wanText, yuanText } from '../../../ui/Money.tsx'
import type { MoneyBlock } from '../case.api.ts'
import type { ActField } from './act-fields.ts'
import type { Values } from './filled.ts'

/** What is known before a form is opened. */
export interface Known {
  readonly state: CaseState
  readonly today: string
  readonly money?: MoneyBlock | undefined
  /** Who fills the form in, and where. */
  readonly me?: { readonly name: string; readonly institution: string } | undefined
  /** The achievement as it was disclosed, with each inventor's share. */
  readonly achievement?: DisclosedAchievement | undefined
  /** What the institution said of itself once. */
  readonly institution?: SaidOnce | undefined
  /** Fields that are the same every time, as they were last filled in here. */
  readonly last?: Values | undefined
  readonly modeWord?: string
}

/** What the institution said of itself, as far as forms ask for it. */
export interface SaidOnce {
  readonly universityAffiliated: boolean | null
  readonly objectionProcedure: string | null
  readonly noticeDepartment: string | null
}

/** What the register knows of an achievement. */
export interface DisclosedAchievement {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly disclosure: Readonly<Record<string, string>>
  readonly inventors: readonly {
    readonly name: string
    readonly person?: string | undefined
    readonly share: string | null
    readonly isChief?: boolean
    readonly holdsLeadingPost?: boolean
  }[]
  readonly disclosedOn?: string | null
  readonly serviceBasis?: string | null
  readonly madeOn?: string | null
  readonly fundingKind?: string | null
  readonly files?: readonly { readonly as?: string }[]
  readonly holdings?: readonly {
    readonly holders: readonly { readonly name: string; readonly share: string }[]
  }[]
  readonly disputes?: readonly { readonly to: string | null }[]
}

/** What is filled in beforehand: nobody types what the record knows. */
export function prefill(type: string, known: Known): Values {
  return fillings[type]?.(known) ?? {}
}

/** What the institution said of its notices once, for a procedure made of steps. */
export function noticeSaid(institution: SaidOnce | undefined): Values {
  const { objectionProcedure, noticeDepartment } = institution ?? {}
  return {
    ...(objectionProcedure && { objectionProcedure }),
    ...(noticeDepartment && { department: noticeDepartment }),
  }
}

/** The title as it mostly is: the institution's own. */
export function titleOf(institution: string): Values {
  return { holders: [{ name: institution, share: '100%' }] }
}

/** Fields that are shown and not asked: the record fixes them. */
export function fixedFields(type: string): readonly string[] {
  return type === 'paid' ? ['lines'] : []
}

/** Fields whose words an office uses again and again; remembered on this device. */
export const rememberedFields: Readonly<Record<string, readonly string[]>> = {
  noticePublished: ['objectionProcedure', 'department'],
  proposed: ['terms'],
}

const disclosureGroups = [
  'type',
  'maturity',
  'stateOfTheArt',
  'market',
  'risks',
  'benefit',
  'need',
] as const

const fillings: Readonly<Record<string, (known: Known) => Values>> = {
  disclosed: ({ state, achievement }) => {
    const told = state.disclosure?.data as Values | undefined
    const source = told ?? achievement?.disclosure ?? {}
    return {
      ...serviceFacts(told, achievement),
      // What its reader may not know is no text to tell anew.
      ...Object.fromEntries(
        disclosureGroups.flatMap((group) =>
          source[group] === NOT_SHOWN ? [] : [[group, source[group]]],
        ),
      ),
    }
  },
  titleRegistered: ({ state, me, achievement }) => ({
    holders: state.title?.data.holders ??
      achievement?.holdings?.at(-1)?.holders ?? [{ name: me?.institution, share: '100%' }],
    ...(achievement?.disputes?.some(({ to }) => to === null) && { disputed: true }),
  }),
  negotiationStarted: ({ state }) => ({ pricing: 'agreement', ...state.negotiation?.data }),
  proposed: ({ state, last }) => ({
    terms: state.terms ? typedTerms(state.terms) : newTerms(state, last),
  }),
  termsChanged: ({ state }) => ({ terms: state.terms && typedTerms(state.terms) }),
  noticePublished: ({ state, last, modeWord, institution }) => ({
    achievement: state.opened.data.achievement,
    team: state.opened.data.team.map(({ name }) => name).join('、'),
    mode: modeWord,
    counterparty: state.terms?.counterparty,
    price: state.terms?.price ? publishedPrice(state.terms.price) : state.terms?.sharingRule,
    pricingMethod: pricingMethodOf(state),
    distribution: state.terms?.distributionRule,
    leaders: leadersOf(state),
    objectionProcedure:
      state.notices.at(-1)?.data.objectionProcedure ??
      institution?.objectionProcedure ??
      last?.['objectionProcedure'],
    department:
      state.notices.at(-1)?.data.department ??
      institution?.noticeDepartment ??
      last?.['department'],
  }),
  noticeCertified: ({ today }) => ({ lastShownOn: today }),
  planNoticeCertified: ({ today }) => ({ lastShownOn: today }),
  changeNoticeCertified: ({ today }) => ({ lastShownOn: today }),
  signed: ({ state }) => {
    const terms = agreedTerms(state)
    return {
      mode: terms?.mode,
      counterparty: terms?.counterparty,
      price: terms?.price && typedYuan(terms.price),
    }
  },
  dealPublished: ({ state }) => {
    const terms = agreedTerms(state)
    return {
      counterparty: terms?.counterparty,
      price: terms?.price && publishedPrice(terms.price),
    }
  },
  contractRegistered: () => ({ outcome: 'registered' }),
  receiptRecorded: ({ state, me }) => receiptOf(state, me?.institution),
  receivableWrittenOff: ({ state }) => proposedWriteOff(state),
  planDrafted: (known) => newPlan(known),
  planAgreed: ({ state, me }) => {
    const open = awaited(state)
    return { member: open.find((name) => name === me?.name) ?? open[0] }
  },
  paid: ({ state }) => ({
    lines: state.plan?.data.lines.map(({ name, amount }) => ({ name, amount: typedYuan(amount) })),
  }),
}

/** Why it is the institution's and when it was made: as the case has it, else as it was disclosed. */
function serviceFacts(told: Values | undefined, one: DisclosedAchievement | undefined): Values {
  if (told) {
    const { onTask, withMeans, byReference, madeOn } = told
    return { onTask, withMeans, byReference, madeOn }
  }
  const { serviceBasis, madeOn } = one ?? {}
  return {
    ...(serviceBasis && {
      onTask: serviceBasis === 'task',
      withMeans: serviceBasis === 'means',
      byReference: serviceBasis === 'neither',
    }),
    ...(madeOn?.length === 10 && { madeOn }),
  }
}

/** What the ledger of assets asks about a disclosure and its papers. */
function ledgerFacts(one: DisclosedAchievement): Values {
  const { disclosure, fundingKind, disclosedOn, files = [] } = one
  const isThere = (kind: string) => files.some(({ as }) => as === kind)
  return {
    ...(fundingKind && { fundSource: fundingKind }),
    ...(disclosedOn?.length === 10 && { disclosedOn }),
    disclosesBasics: Boolean(disclosure['type']),
    disclosesResearchState: Boolean(disclosure['stateOfTheArt'] && disclosure['maturity']),
    disclosesMarket: Boolean(disclosure['market']),
    projectContractAttached: isThere('project_contract'),
    taskBookAttached: isThere('task_book'),
    researchPlanAttached: isThere('research_plan'),
  }
}

/** The first act of a case about an achievement, as far as its form asks for it. */
export function prefillCase(
  one: DisclosedAchievement,
  fields: readonly ActField[],
  people: readonly (KnownPerson | undefined)[] = [],
): Values {
  const { id, title, inventors } = one
  const asks = (name: string) => fields.find((field) => field.name === name)
  const withShares = asks('team')?.fields.some(({ name }) => name === 'share')
  const team = inventors.map(({ name, person: chosen, share, isChief, holdsLeadingPost }) => {
    const person = people.find((one) => (chosen ? one?.id === chosen : one?.name === name))
    return {
      name,
      ...(person && { person: person.id }),
      isInventor: true,
      isChief: person?.isChief ?? isChief ?? false,
      holdsLeadingPost: person?.holdsLeadingPost ?? holdsLeadingPost ?? false,
      ...(withShares && share !== null && { share }),
    }
  })
  return {
    title,
    // The form does not show it, and the act carries it where it can.
    achievementId: id,
    ...(asks('achievement') && { achievement: title }),
    ...(asks('team') && { team }),
    ...(asks('disclosesBasics') && ledgerFacts(one)),
  }
}

function typedTerms(terms: NonNullable<CaseState['terms']>): Values {
  return { ...terms, ...(terms.price !== undefined && { price: typedYuan(terms.price) }) }
}

/** How the price is found, as the public reads it while nobody knows it yet. */
function pricingMethodOf({ negotiation, terms }: CaseState): string | undefined {
  const words = { listing: '挂牌', auction: '拍卖', agreement: undefined }
  const method = words[negotiation?.data.pricing ?? 'agreement']
  if (method === undefined) return undefined
  return terms?.price ? `${method}，底价${publishedPrice(terms.price)}` : method
}

function newTerms({ negotiation }: CaseState, last: Values | undefined): Values {
  const before = (last?.['terms'] ?? {}) as Values
  return {
    mode: negotiation?.data.mode,
    counterparty: negotiation?.data.counterparty,
    distributionRule: before['distributionRule'],
  }
}

function leadersOf({ opened, notices }: CaseState): readonly Values[] {
  const shown = notices.at(-1)?.data.leaders ?? []
  return opened.data.team
    .filter(({ holdsLeadingPost }) => holdsLeadingPost)
    .map(({ name }) => shown.find((leader) => leader.name === name) ?? { name })
}

/** A price as the public reads it: in 万元 where that is exact, else in yuan. */
export function publishedPrice(fen: string): string {
  return BigInt(fen) % 10_000n === 0n && wanText(fen) !== ''
    ? `${wanText(fen)}万元`
    : `${yuanText(fen).replace('¥', '')}元`
}

/** What is still to come in, and what of it belongs to other holders by the title. */
function receiptOf(state: CaseState, own: string | undefined): Values {
  const amount = outstanding(state)
  const fen = amount === undefined ? undefined : fenText(amount)
  if (own === undefined || fen === undefined || !collectsForOthers(state)) return { amount }
  const others = partsByTitle(state, own, BigInt(fen))
  return {
    amount,
    forOthers: others.map((part) => ({ ...part, amount: typedYuan(part.amount) })),
  }
}

/** What a colleague proposed to write off. */
function proposedWriteOff({ acts }: CaseState): Values {
  const { amount, reason } = acts['writeOffProposed']?.at(-1)?.data ?? {}
  return { amount: typeof amount === 'string' ? typedYuan(amount) : undefined, reason }
}

/** What of the price has not come in yet; empty when it has, or when nobody knows the price. */
function outstanding(state: CaseState): string | undefined {
  const price = contractPriceOf(state)
  if (price === undefined) return undefined
  const rest = BigInt(price) - receivedIn(state)
  return rest > 0n ? typedYuan(`${rest}`) : undefined
}

/** The lists of a plan as they are typed. */
function typedLists({ purposes, takesReceipts, takesCosts }: PlanData): Values {
  return Object.fromEntries(
    Object.entries({ purposes, takesReceipts, takesCosts }).flatMap(([name, list]) =>
      list ? [[name, list.map((one) => ({ ...one, amount: typedYuan(one.amount) }))]] : [],
    ),
  )
}

type PlanData = NonNullable<CaseState['plan']>['data']

/** A plan that keeps the floor: the contributors' least part by their shares, the rest to the unit. */
function newPlan({ state, money, achievement }: Known): Values {
  const before = state.plan?.data
  if (before)
    return {
      ...before,
      lines: before.lines.map((line) => ({ ...line, amount: typedYuan(line.amount) })),
      toTto: typedYuan(before.toTto),
      toTtoStaff: typedYuan(before.toTtoStaff),
      toInstitution: typedYuan(before.toInstitution),
      ...(before.toCompany !== undefined && { toCompany: typedYuan(before.toCompany) }),
      ...typedLists(before),
    }
  const team = state.opened.data.team
  const floor = money?.floors[0]?.amount
  const shares = team.map(({ name }) => {
    const share = achievement?.inventors.find((one) => one.name === name)?.share
    return share ? parseRatio(share) : ratio(1)
  })
  const isKnown = team.length === 1 || achievement?.inventors.every(({ share }) => share !== null)
  const parts =
    floor !== undefined && isKnown ? allocate(BigInt(floor) as Fen, shares).parts : undefined
  return {
    lines: team.map((person, at) => ({
      ...person,
      award: 'cash',
      amount: parts ? typedYuan(`${parts[at] ?? 0n}`) : undefined,
    })),
    toTto: money?.net === undefined ? undefined : '0',
    toTtoStaff: money?.net === undefined ? undefined : '0',
    toInstitution:
      money?.net !== undefined && floor !== undefined
        ? typedYuan(`${BigInt(money.net) - BigInt(floor)}`)
        : undefined,
  }
}
