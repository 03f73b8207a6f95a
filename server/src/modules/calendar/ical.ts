// iCalendar as RFC 5545 wants it. Days are all-day events without a zone: the same day in every
// calendar, wherever its reader is.
import { addDays, type Day } from '@yizhuan/kit'

/** One all-day event. */
export interface IcalEvent {
  /** The same as long as it is the same matter. */
  readonly uid: string
  readonly day: Day
  readonly summary: string
  readonly description: string
  readonly url: string | undefined
  readonly categories: readonly string[]
  /** Higher whenever the event was changed. */
  readonly sequence: number
  readonly modifiedAt: Date
  /** Days before on which to remind, at nine in the morning. */
  readonly alarmDays: readonly number[]
}

/** A calendar of events as text, with the line ends and folds of RFC 5545. */
export function icalText(name: string, events: readonly IcalEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yizhuan//Calendar of dues//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    // How often to fetch again; both names are in use.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(event: IcalEvent): readonly string[] {
  const { uid, day, summary, description, url, categories, sequence, modifiedAt } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(modifiedAt)}`,
    `LAST-MODIFIED:${moment(modifiedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(categories.length > 0 ? [`CATEGORIES:${categories.map(escaped).join(',')}`] : []),
    ...(url === undefined ? [] : [`URL:${url}`]),
    // A reminder does not make anybody busy.
    'TRANSP:TRANSPARENT',
    ...event.alarmDays.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(summary)}`,
      `TRIGGER:${beforeStart(days)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** Nine in the morning so many days before, as a duration from the start of the day. */
function beforeStart(days: number): string {
  return days === 0 ? 'PT9H' : `-PT${days * 24 - 9}H`
}

/** A text value: what has a meaning of its own is escaped, other control characters are left out. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

/** The most octets on a line, its end not counted. */
const lineOctets = 75

/** Folds a line so that no part is longer than 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > lineOctets) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function compact(day: Day): string {
  return day.replaceAll('-', '')
}

/** A moment in UTC, to the second. */
function moment(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
