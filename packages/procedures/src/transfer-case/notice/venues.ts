// Where a notice is shown beside the institution itself: each venue with its own proof and its own
// end. What is cleared of an objection is shown afresh everywhere, so venues belong to one notice.
import { z } from 'zod'
import { readers } from '../../procedure/acts-state.ts'
import { code, label, line, onDay, text } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import type { CaseFacts } from '../../procedure/procedure.ts'
import { tto } from '../../procedure/roles.ts'
import { endingOf, exchangeNoticeOf } from '../pricing/deal.ts'
import { type CaseState, latestNotice, openObjection } from '../state.ts'
import { type CaseStep, isSigned, when } from '../step.ts'

const venue = () => code(['company', 'exchange'], '公示场所', 'Venue')

export const venueData = {
  venueAdded: z.strictObject({
    venue: venue(),
    place: line('场所名称', 'Name of the venue'),
    shownFrom: onDay('展示起始日', 'First day shown'),
    address: text('网址或位置', 'Address').optional(),
  }),
  venueEnded: z.strictObject({
    venue: venue(),
    lastShownOn: onDay('最后展示日', 'Last day shown'),
  }),
} as const

type Venue = z.infer<typeof venueData.venueAdded>['venue']

const { all } = readers(venueData)

const unnoticed = when(
  (s) => latestNotice(s) === undefined,
  'no-notice',
  '请先发布公示。',
  'Publish the notice first.',
)
const disturbed = when(
  (s) => openObjection(s) !== undefined,
  'objection-open',
  '异议或异常尚未核实，各场所的公示均已中止。',
  'An objection or abnormality waits for its finding; the notice is suspended in every venue.',
)
const office = [...tto, 'platform_company'] as const

export const venueSteps = {
  venueAdded: {
    label: label('登记其他公示场所', 'Record another venue'),
    who: office,
    data: venueData.venueAdded,
    stage: 'notice',
    done: [isSigned],
    ahead: [unnoticed, disturbed],
    rests: (state) => [latestNotice(state)?.on],
    wrong: (state, data) => wrongVenue(state, data as z.infer<typeof venueData.venueAdded>),
    proves: ['noticeShownAtCompany', 'noticeShownOnExchange'],
  },
  venueEnded: {
    label: label('登记场所公示结束', 'Record the end in a venue'),
    who: office,
    data: venueData.venueEnded,
    stage: 'notice',
    done: [isSigned],
    ahead: [unnoticed, disturbed],
    rests: (state) => [latestNotice(state)?.on],
    wrong: (state, data) => wrongEnd(state, data as z.infer<typeof venueData.venueEnded>),
    proves: ['exchangeNoticeEndedOn'],
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** A venue of the notice that counts, and when it was taken down there. */
function shownAt(state: CaseState, where: Venue) {
  const since = latestNotice(state)?.seq ?? Number.POSITIVE_INFINITY
  const isOurs = (one: { readonly seq: number; readonly data: { readonly venue: Venue } }) =>
    one.seq > since && one.data.venue === where
  const shown = all(state, 'venueAdded').find(isOurs)
  return (
    shown && { ...shown.data, lastShownOn: all(state, 'venueEnded').find(isOurs)?.data.lastShownOn }
  )
}

/** The facts of the venues beside the institution. An exchange that sold by listing showed it itself. */
export function venueFacts(state: CaseState): CaseFacts {
  const exchange = shownAt(state, 'exchange')
  return {
    noticeShownAtCompany:
      latestNotice(state)?.data.atCompany === true || shownAt(state, 'company') !== undefined,
    noticeShownOnExchange: exchange !== undefined,
    exchangeNoticeEndedOn:
      exchange?.lastShownOn ??
      exchangeNoticeOf(state)?.data.lastShownOn ??
      endingOf(state)?.on ??
      null,
  }
}

function wrongVenue(
  state: CaseState | undefined,
  { venue: where }: z.infer<typeof venueData.venueAdded>,
): OutOfOrder | undefined {
  if (!state || !shownAt(state, where)) return undefined
  return {
    code: 'venue-added',
    detail: { zh: '该场所的公示已登记。', en: 'The notice is recorded in that venue already.' },
  }
}

function wrongEnd(
  state: CaseState | undefined,
  { venue: where, lastShownOn }: z.infer<typeof venueData.venueEnded>,
): OutOfOrder | undefined {
  const shown = state && shownAt(state, where)
  if (!shown)
    return {
      code: 'venue-not-shown',
      detail: {
        zh: '这次公示没有在该场所展示，请先登记公示场所。',
        en: 'This notice is not shown there; record the venue first.',
      },
    }
  if (shown.lastShownOn !== undefined)
    return {
      code: 'venue-ended',
      detail: { zh: '该场所的公示已结束。', en: 'The notice has ended there already.' },
    }
  if (lastShownOn >= shown.shownFrom) return undefined
  return {
    code: 'venue-ended-early',
    detail: { zh: '最后展示日早于起始日。', en: 'It cannot end before it was shown.' },
  }
}
