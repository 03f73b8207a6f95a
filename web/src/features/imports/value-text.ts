import { yuanText } from '../../ui/Money.tsx'

/** Says what a row holds in a field, in the reader's words. */
export function valueText(
  field: string,
  value: unknown,
  named: (group: string, code: string) => string,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (field.endsWith('Fen')) return yuanText(String(value))
  if (field === 'rewardRatio') return percentText(Number(value))
  if (field === 'feeReduction' && typeof value === 'number') return percentText(value)
  if (field === 'entryShare' && typeof value === 'number') return percentText(value)
  if (typeof value === 'boolean') return value ? named('general', 'yes') : named('general', 'no')
  if (Array.isArray(value)) {
    return value.map((part) => partText(field, part, named)).join('、')
  }
  const text = String(value)
  switch (field) {
    case 'mode':
      return named('contracts.modes', text)
    case 'exclusivity':
      return named('contracts.exclusivities', text)
    case 'pricing':
      return named('contracts.pricings', text)
    case 'status': {
      const ofRight = named('rights.statuses', text)
      return ofRight === text ? named('contracts.statuses', text) : ofRight
    }
    case 'kind':
    case 'fundingKind':
    case 'costFunding':
    case 'costKind':
    case 'carrierKind':
    case 'credentialKind':
    case 'trusteeKind':
    case 'trustPayer':
    case 'evalKind':
    case 'evalOutcome':
    case 'evalReason':
    case 'feeReduction':
    case 'occupation':
    case 'stockWish':
    case 'tie':
    case 'tieThrough':
    case 'ruleTopic':
    case 'companyState':
    case 'entryKind':
    case 'unitKind':
    case 'postKind':
    case 'forTransfer':
    case 'attribute':
    case 'stage':
    case 'conversion':
      return named(`imports.values.${field}`, text)
    default:
      return text
  }
}

function partText(
  field: string,
  part: unknown,
  named: (group: string, code: string) => string,
): string {
  if (field === 'shares') return percentText(Number(part))
  if (typeof part !== 'object' || part === null) return String(part)
  if (field === 'funding') return fundingText(part as Source, named)
  if (field === 'titleHolders') return ownerText(part as Owner, named)
  if (field === 'reducedUntil') return yearText(part as Until, named)
  if (field === 'evalScores' || field === 'stockScores') {
    const { name, points } = part as { name: string; points: number }
    return `${name} ${points}`
  }
  if (field === 'companyPeople') return memberText(part as Member, named)
  const { name, bp, fen, share } = part as Part
  if (share !== undefined) return `${name} ${share}`
  if (bp !== undefined) return `${name} ${percentText(bp)}`
  if (fen !== undefined) return `${name} ${yuanText(fen)}`
  return `${name} ${named('proceeds', 'equal')}`
}

interface Until {
  readonly name: string | null
  readonly year: number | null
}

/** Through what year the fees of an owner are reduced. */
function yearText({ name, year }: Until, named: (group: string, code: string) => string): string {
  const until = year === null ? named('imports.values.reducedUntil', 'none') : String(year)
  return name === null ? until : `${name} ${until}`
}

interface Owner {
  readonly name: string
  readonly share: string
  readonly reducedUntil?: number | null
}

/** An owner with the share of the title, and through what year the fees are reduced. */
function ownerText(
  { name, share, reducedUntil }: Owner,
  named: (group: string, code: string) => string,
): string {
  if (reducedUntil === undefined) return `${name} ${share}`
  return `${name} ${share}（${yearText({ name: null, year: reducedUntil }, named)}）`
}

interface Member {
  readonly name: string
  readonly role: string
  readonly way: string
  readonly fromDay: string
  readonly toDay: string | null
}

/** Somebody of the house in a company: as what, on what footing, and from when to when. */
function memberText(
  { name, role, way, fromDay, toDay }: Member,
  named: (group: string, code: string) => string,
): string {
  const said = [named('imports.values.companyRole', role), named('imports.values.companyWay', way)]
  return [name, ...said, toDay === null ? fromDay : `${fromDay}–${toDay}`].join(' ')
}

interface Part {
  readonly name: string
  readonly bp?: number
  readonly fen?: string
  readonly share?: string
}

/** Basis points as a percentage. */
function percentText(bp: number): string {
  return `${bp / 100}%`
}

interface Source {
  readonly kind: string
  readonly name: string
  readonly amountFen: string | null
  readonly startedOn: string | null
}

/** A source of money of a project: what kind, from whom, how much, since when. */
function fundingText(
  { kind, name, amountFen, startedOn }: Source,
  named: (group: string, code: string) => string,
): string {
  const amount = amountFen === null ? '' : yuanText(amountFen)
  const parts = [named('imports.values.fundingKind', kind), name, amount, startedOn ?? '']
  return parts.filter(Boolean).join(' ')
}
