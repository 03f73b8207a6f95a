import type { StoredFile } from '../../api/files.ts'
import { evenShares, isWhole, parsed } from './shares.ts'

/** Somebody of the team as typed: the share in per cent. */
export interface Member {
  readonly name: string
  readonly share: string
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** What is told on the seven cards. */
export interface Disclosure {
  readonly card: number
  readonly title: string
  readonly kind: string
  readonly department: string
  readonly type: string
  readonly team: readonly Member[]
  readonly publication: string
  readonly stateOfTheArt: string
  readonly benefit: string
  readonly market: string
  readonly level: string
  readonly maturity: string
  readonly risks: string
  readonly fundingSource: string
  readonly projectNo: string
  readonly need: string
  readonly files: readonly StoredFile[]
}

/** The cards in order. */
export const cards = ['what', 'who', 'public', 'benefit', 'mature', 'funded', 'send'] as const
export type Card = (typeof cards)[number]

/** An empty disclosure: whoever begins made all of it, until others are named. */
export function emptyDisclosure(name: string): Disclosure {
  return {
    card: 0,
    title: '',
    kind: '',
    department: '',
    type: '',
    team: [{ name, share: '100', isChief: false, holdsLeadingPost: false }],
    publication: '',
    stateOfTheArt: '',
    benefit: '',
    market: '',
    level: '',
    maturity: '',
    risks: '',
    fundingSource: '',
    projectNo: '',
    need: '',
    files: [],
  }
}

/** What keeps a card from being left; the words of the key say it. */
export type Lack = 'title' | 'kind' | 'names' | 'shares' | 'sum'

/** What a card still lacks; most of it may be told later. */
export function lacksOf(card: Card, told: Disclosure): readonly Lack[] {
  if (card === 'what') {
    return [
      ...(told.title.trim() === '' ? (['title'] as const) : []),
      ...(told.kind === '' ? (['kind'] as const) : []),
    ]
  }
  if (card !== 'who') return []
  const shares = told.team.map(({ share }) => share)
  if (told.team.some(({ name }) => name.trim() === '')) return ['names']
  if (shares.some((share) => parsed(share) === undefined)) return ['shares']
  return isWhole(shares) ? [] : ['sum']
}

/** A team with one more member, and one with one less: equal shares as long as nobody chose others. */
export function withMember(team: readonly Member[], isEven: boolean): readonly Member[] {
  const more = [...team, { name: '', share: '0', isChief: false, holdsLeadingPost: false }]
  return isEven ? evenly(more) : more
}

/** The team with equal shares. */
export function evenly(team: readonly Member[]): readonly Member[] {
  const shares = evenShares(team.length)
  return team.map((member, at) => ({ ...member, share: shares[at] ?? '0' }))
}

/** Whether the shares are what equal sharing gives. */
export function isEven(team: readonly Member[]): boolean {
  const shares = evenShares(team.length)
  return team.every(({ share }, at) => share === shares[at])
}

/** The groups of the disclosure that were told, as the register keeps them. */
export function sentOf(told: Disclosure) {
  const text = (value: string) => value.trim()
  const groups = {
    type: text(told.type),
    maturity: text(told.maturity),
    stateOfTheArt: text(told.stateOfTheArt),
    market: text(told.market),
    risks: text(told.risks),
    benefit: text(told.benefit),
    need: text(told.need),
    publication: text(told.publication),
  }
  const given = <Values extends object>(values: Values) =>
    Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== ''),
    ) as Partial<Values>
  return {
    title: text(told.title),
    kind: told.kind as never,
    ...given({
      department: text(told.department),
      fundingSource: text(told.fundingSource),
      projectNo: text(told.projectNo),
    }),
    disclosure: given(groups),
    inventors: told.team.map(({ name, share, isChief, holdsLeadingPost }) => ({
      name: text(name),
      share: `${text(share).replace(/\s*%$/, '')}%`,
      isChief,
      holdsLeadingPost,
    })),
    files: [...told.files],
  }
}
