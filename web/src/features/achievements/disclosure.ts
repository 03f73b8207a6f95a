import type { StoredFile } from '../../api/files.ts'
import type { AchievementWire, DisclosureListsWire } from './achievement.api.ts'
import { evenShares, isWhole, parsed } from './shares.ts'

/** Somebody of the team as typed: the share in per cent. */
export interface Member {
  readonly name: string
  /** The staff number and the entry of the register; neither for somebody outside. */
  readonly staffNo?: string | undefined
  readonly person?: string | undefined
  readonly share: string
  readonly isChief: boolean
  readonly holdsLeadingPost: boolean
}

/** A publication as typed. */
export interface Published {
  readonly kind: string
  readonly on: string
  readonly where: string
}

/** The questions about the rights of others, in order. */
export const topics = ['co_owner', 'material', 'genetics', 'sponsor'] as const
export type Topic = (typeof topics)[number]
export const topicAnswers = ['no', 'yes', 'unsure'] as const

/** What was answered about the rights of others. */
export type ThirdParties = Readonly<
  Partial<Record<Topic, { readonly answer: (typeof topicAnswers)[number]; readonly about: string }>>
>

/** What is told on the seven cards. */
export interface Disclosure {
  readonly card: number
  readonly title: string
  readonly kind: string
  readonly department: string
  readonly madeOn: string
  readonly type: string
  readonly team: readonly Member[]
  readonly publicity: '' | 'no' | 'yes'
  readonly publications: readonly Published[]
  readonly stateOfTheArt: string
  readonly benefit: string
  readonly market: string
  readonly need: string
  /** The scale of maturity; empty for the one that fits the kind. */
  readonly scale: string
  readonly level: string
  readonly maturity: string
  readonly risks: string
  readonly fundingKind: string
  readonly fundingSource: string
  readonly projectNo: string
  readonly serviceBasis: string
  readonly thirdParties: ThirdParties
  readonly files: readonly StoredFile[]
}

/** The cards in order. */
export const cards = ['what', 'who', 'public', 'benefit', 'mature', 'funded', 'send'] as const
export type Card = (typeof cards)[number]

/** An empty disclosure: whoever begins made all of it, until others are named. */
export function emptyDisclosure(name: string, person?: string): Disclosure {
  return {
    card: 0,
    title: '',
    kind: '',
    department: '',
    madeOn: '',
    type: '',
    team: [{ name, person, share: '100', isChief: false, holdsLeadingPost: false }],
    publicity: '',
    publications: [],
    stateOfTheArt: '',
    benefit: '',
    market: '',
    need: '',
    scale: '',
    level: '',
    maturity: '',
    risks: '',
    fundingKind: '',
    fundingSource: '',
    projectNo: '',
    serviceBasis: '',
    thirdParties: {},
    files: [],
  }
}

/** What keeps a card from being left; the words of the key say it. */
export type Lack =
  | 'title'
  | 'kind'
  | 'names'
  | 'shares'
  | 'sum'
  | 'publications'
  | 'evidence'
  | 'thirdParties'

/** What a card still lacks; most of it may be told later. */
export function lacksOf(card: Card, told: Disclosure): readonly Lack[] {
  switch (card) {
    case 'what':
      return [
        ...(told.title.trim() === '' ? (['title'] as const) : []),
        ...(told.kind === '' ? (['kind'] as const) : []),
      ]
    case 'who':
      return lacksOfTeam(told.team)
    case 'public': {
      const isWhole = ({ kind, on, where }: Published) => kind && on && where.trim()
      if (told.publicity !== 'yes') return []
      // Without a day no clock runs.
      return told.publications.length > 0 && told.publications.every(isWhole)
        ? []
        : ['publications']
    }
    case 'mature':
      return told.level !== '' && filesAs(told.files, 'maturity').length === 0 ? ['evidence'] : []
    case 'funded': {
      const isTold = Object.values(told.thirdParties).every(
        (party) => party.answer !== 'yes' || party.about.trim() !== '',
      )
      return isTold ? [] : ['thirdParties']
    }
    default:
      return []
  }
}

/** What stands together: whoever touches one of them answers for all, as the register asks it. */
const toldTogether: ReadonlySet<string> = new Set([
  'maturityScale',
  'maturityLevel',
  'publicity',
  'publications',
  'thirdParties',
  'files',
])

/**
 * What a correction still lacks. What was not touched is not held against whoever corrects something else: a
 * ledger may have brought a level without its evidence, or no kind.
 */
export function lacksOfCorrection(told: Disclosure, changed: readonly string[]): readonly Lack[] {
  const isToldAnew = changed.some((field) => toldTogether.has(field))
  const isTouched: Readonly<Record<Card, boolean>> = {
    what: changed.includes('title') || changed.includes('kind'),
    who: changed.includes('inventors'),
    public: isToldAnew,
    benefit: false,
    mature: isToldAnew,
    funded: isToldAnew,
    send: false,
  }
  return cards
    .flatMap((card) => (isTouched[card] ? lacksOf(card, told) : []))
    .filter((lack) => lack !== 'kind' || changed.includes('kind'))
}

function lacksOfTeam(team: readonly Member[]): readonly Lack[] {
  const shares = team.map(({ share }) => share)
  if (team.some(({ name }) => name.trim() === '')) return ['names']
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

/** The files that are one kind of paper. */
export function filesAs(files: readonly StoredFile[], as: string): readonly StoredFile[] {
  return files.filter((file) => file.as === as)
}

/** The files with those of one kind changed. */
export function withFilesAs(
  files: readonly StoredFile[],
  as: string,
  change: (before: readonly StoredFile[]) => readonly StoredFile[],
): readonly StoredFile[] {
  const changed = change(filesAs(files, as)).map((file) => ({ ...file, as }))
  const isChanged = ({ sha256 }: StoredFile) => changed.some((file) => file.sha256 === sha256)
  return [...files.filter((file) => file.as !== as && !isChanged(file)), ...changed]
}

/** The scale by which the level counts: the one chosen, or the one that fits the kind. */
export function scaleOf(told: Disclosure, lists: DisclosureListsWire) {
  const fitting = lists.kinds.kinds.find(({ code }) => code === told.kind)?.scale
  const wanted = told.scale || fitting || 'general'
  return lists.maturity.find(({ code }) => code === wanted) ?? lists.maturity[0]
}

/** The papers that the texts of this place want for a source of money and that are not there yet. */
export function papersWanted(
  lists: DisclosureListsWire,
  fundingKind: string | null,
  files: readonly { readonly as?: string | undefined }[],
): readonly {
  readonly pack: string
  readonly cite: string
  readonly lacking: readonly string[]
}[] {
  return lists.documents.wanted.map(({ pack, cite, by }) => {
    const wanted = by[fundingKind ?? ''] ?? []
    return { pack, cite, lacking: wanted.filter((kind) => !files.some(({ as }) => as === kind)) }
  })
}

/** What was told, as the register keeps it. */
export function sentOf(told: Disclosure, lists: DisclosureListsWire) {
  const text = (value: string) => value.trim()
  const given = <Values extends object>(values: Values) =>
    Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== ''),
    ) as Partial<Values>
  const groups = {
    type: text(told.type),
    maturity: text(told.maturity),
    stateOfTheArt: text(told.stateOfTheArt),
    market: text(told.market),
    risks: text(told.risks),
    benefit: text(told.benefit),
    need: text(told.need),
  }
  const scale = scaleOf(told, lists)
  const isPublic = told.publicity === 'yes'
  return {
    title: text(told.title),
    kind: told.kind as never,
    ...given({
      department: text(told.department),
      madeOn: told.madeOn,
      fundingKind: told.fundingKind as never,
      fundingSource: text(told.fundingSource),
      projectNo: text(told.projectNo),
      serviceBasis: told.serviceBasis as never,
      publicity: told.publicity as never,
    }),
    ...(told.level && scale && { maturityScale: scale.code, maturityLevel: Number(told.level) }),
    disclosure: given(groups),
    publications: isPublic ? told.publications.map((one) => ({ ...one })) : [],
    thirdParties: Object.fromEntries(
      Object.entries(told.thirdParties).map(([topic, { answer, about }]) => [
        topic,
        { answer, about: answer === 'no' || text(about) === '' ? null : text(about) },
      ]),
    ),
    inventors: told.team.map(({ name, share, staffNo, person, isChief, holdsLeadingPost }) => ({
      name: text(name),
      share: `${text(share).replace(/\s*%$/, '')}%`,
      ...(staffNo && { staffNo }),
      ...(person && { person }),
      isChief,
      holdsLeadingPost,
    })),
    files: [...told.files],
  }
}

/** A disclosure that was given back, to be completed. */
export function toldBefore(one: AchievementWire): Disclosure {
  const parties = Object.entries(one.thirdParties).map(([topic, { answer, about }]) => [
    topic,
    { answer, about: about ?? '' },
  ])
  return {
    ...emptyDisclosure(''),
    ...Object.fromEntries(Object.entries(one.disclosure)),
    title: one.title,
    kind: one.kind ?? '',
    department: one.department ?? '',
    madeOn: one.madeOn ?? '',
    team: one.inventors.map(({ name, share, staffNo, person, isChief, holdsLeadingPost }) => ({
      name,
      ...(staffNo && { staffNo }),
      ...(person && { person }),
      share: (share ?? '').replace(/%$/, ''),
      isChief,
      holdsLeadingPost,
    })),
    publicity: (one.publicity ?? '') as Disclosure['publicity'],
    publications: one.publications,
    scale: one.maturityScale ?? '',
    level: one.maturityLevel === null ? '' : `${one.maturityLevel}`,
    fundingKind: one.fundingKind ?? '',
    fundingSource: one.fundingSource ?? '',
    projectNo: one.projectNo ?? '',
    serviceBasis: one.serviceBasis ?? '',
    thirdParties: Object.fromEntries(parties) as ThirdParties,
    files: one.files,
  }
}

/** The fields that a correction may empty, as they are then sent. */
const emptied = {
  department: null,
  madeOn: null,
  fundingKind: null,
  fundingSource: null,
  projectNo: null,
  serviceBasis: null,
  publicity: null,
  maturityScale: null,
  maturityLevel: null,
}

/** What a correction changes: the fields that differ from what stands there, and no others. */
export function correctionOf(
  one: AchievementWire,
  told: Disclosure,
  lists: DisclosureListsWire,
): Readonly<Record<string, unknown>> {
  const publication = one.disclosure['publication']
  const whole = (of: Disclosure): Readonly<Record<string, unknown>> => {
    const { disclosure, ...sent } = sentOf(of, lists)
    return {
      ...emptied,
      ...sent,
      disclosure: { ...disclosure, ...(publication && { publication }) },
    }
  }
  const before = whole(toldBefore(one))
  return Object.fromEntries(
    Object.entries(whole(told)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  )
}
