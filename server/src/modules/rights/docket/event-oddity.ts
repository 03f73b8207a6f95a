import { type EventKind, firstOf } from '@yizhuan/docket'
import type { Words } from '@yizhuan/kit'
import { apartWords, yearsApartIn } from '../number-year.ts'
import { type RightFields, statusesInForce } from '../right.ts'
import type { Docket } from './docket.ts'
import type { NewEvent } from './event.commands.ts'

/** What is odd about an event by all that is known of its right, though its kind and state allow it. */
export function oddityOf(fields: RightFields, docket: Docket, event: NewEvent): Words | undefined {
  switch (event.kind) {
    case 'filed':
      return ofYears({ ...fields, filedOn: event.on })
    case 'granted':
      return ofYears({ ...fields, grantedOn: event.on })
    case 'priorityClaimed':
      return ofPriority(docket, event)
    case 'annuityPaid':
      return ofPayment(fields, docket, event)
    case 'openLicencePerformed':
      return docket.told.events.some(({ kind }) => kind === 'openLicencePublished')
        ? undefined
        : {
            zh: '还没有登记开放许可公告；请先补登。',
            en: 'No open licence was published by the record; record that first.',
          }
    default:
      return ofPair(docket, event)
  }
}

function ofYears(fields: RightFields): Words | undefined {
  const apart = yearsApartIn(fields)
  return apart && apartWords(apart)
}

function ofPriority({ told }: Docket, { day }: NewEvent): Words | undefined {
  const filedOn = firstOf(told, 'filed')?.on
  if (day === undefined || filedOn === undefined || day <= filedOn) return undefined
  return {
    zh: `优先权日（${day}）晚于申请日（${filedOn}）；请核对日期。`,
    en: `The day of the priority (${day}) lies after the filing (${filedOn}); check the day.`,
  }
}

/** A payment of a year that has no fee here, or whose fee was settled before. */
function ofPayment(
  { country, status }: RightFields,
  { annuities, right }: Docket,
  { year }: NewEvent,
): Words | undefined {
  // Fees of offices abroad are not counted here.
  if (country !== null) return undefined
  const row = annuities.find((one) => one.year === year)
  if (row?.settledOn) {
    return {
      zh: `第 ${year} 年度年费已于 ${row.settledOn} 缴清；请核对年度。`,
      en: `The fee of year ${year} was settled on ${row.settledOn}; check the year.`,
    }
  }
  // Of a patent in force whose days are not known nothing is counted.
  const isUncounted = annuities.length === 0 && (right.state === 'granted' || isInForce(status))
  if (isUncounted || (row && row.state !== 'void')) return undefined
  return {
    zh: `按已登记的事项，这项权利没有第 ${year} 年度年费；请核对年度。`,
    en: `By what is recorded this right has no fee of year ${year}; check the year.`,
  }
}

const isInForce = (status: RightFields['status']) => statusesInForce.some((each) => each === status)

const notices: readonly EventKind[] = [
  'correctionRequired',
  'firstActionIssued',
  'laterActionIssued',
  'reexaminationActionIssued',
]

/** What answers or ends something is paired with it by its number. */
const pairedWith: Partial<Record<EventKind, readonly EventKind[]>> = {
  actionAnswered: notices,
  answerExtended: notices,
  licenceRecorded: ['licenceAgreed'],
  licenceEnded: ['licenceAgreed'],
}

function ofPair({ told }: Docket, { kind, ref }: NewEvent): Words | undefined {
  const others = pairedWith[kind]
  if (!others || told.events.some((one) => others.includes(one.kind) && one.ref === ref)) {
    return undefined
  }
  return {
    zh: `时间线中没有编号为“${ref}”的${kind.startsWith('licence') ? '许可合同' : '通知'}；请核对编号。`,
    en: `The timeline has no ${kind.startsWith('licence') ? 'licence' : 'notice'} of the number “${ref}”; check the number.`,
  }
}
