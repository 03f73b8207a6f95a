import { addDays, type Day } from '@yizhuan/kit'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type IcalEvent, icalText } from './ical.ts'

const event: IcalEvent = {
  uid: 'case.1.gd.report@yizhuan',
  day: '2026-11-02' as Day,
  summary: '期限：向省级卫生健康部门报告',
  description: '可吸收止血材料；许可, 示例\n依据 gd-2025#a14',
  url: 'http://127.0.0.1:8080/cases/1?act=reported',
  categories: ['期限'],
  sequence: 2,
  modifiedAt: new Date('2026-10-20T01:02:03Z'),
  alarmDays: [1, 0],
}

/** As a parser that is not ours reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

test('a day is the same day in every zone, and all of it', () => {
  const text = icalText('医转', [event])
  expect(text).toContain('DTSTART;VALUE=DATE:20261102\r\n')
  const [found] = read(text)
  expect(found?.startDate.isDate).toBe(true)
  expect(found?.startDate.toString()).toBe('2026-11-02')
  expect(found?.endDate.toString()).toBe('2026-11-03')
  expect(found?.duration.toString()).toBe('P1D')
})

test('it is reminded of at nine in the morning, the day before and on the day', () => {
  const [found] = read(icalText('医转', [event]))
  const alarms = found?.component.getAllSubcomponents('valarm') ?? []
  const triggers = alarms.map((alarm) => {
    const start = ICAL.Time.fromDateTimeString('2026-11-02T00:00:00')
    start.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
    return start.toString()
  })
  expect(triggers).toEqual(['2026-11-01T09:00:00', '2026-11-02T09:00:00'])
})

test('number and moment of the last change stand in it', () => {
  const [found] = read(icalText('医转', [event]))
  expect(found?.sequence).toBe(2)
  const modified = found?.component.getFirstPropertyValue('last-modified') as ICAL.Time
  expect(modified.toJSDate()).toEqual(event.modifiedAt)
})

/** Any text but control characters, which a calendar has no form for. */
const anyText = fc
  .string({ unit: 'binary', maxLength: 120 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ''))
const lines = fc
  .array(
    fc.oneof(anyText, fc.constantFrom('，；：,;:\\n"', '\\', '公示'.repeat(60), '𠮷'.repeat(30))),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((each) => each.join('\n'))

test('whatever stands in a text, every line is short, whole, and read back as it was', () => {
  fc.assert(
    fc.property(lines, lines, fc.integer({ min: 0, max: 3000 }), (summary, description, later) => {
      const day = addDays('2024-01-01' as Day, later)
      const text = icalText('医转', [{ ...event, summary, description, day }, event])
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      // No line end stands alone.
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      for (const line of text.split('\r\n')) {
        const octets = Buffer.from(line)
        expect(octets.length).toBeLessThanOrEqual(75)
        // Half a character would not come back as it went.
        expect(octets.toString()).toBe(line)
      }
      const [found] = read(text)
      expect(found?.summary).toBe(summary)
      expect(found?.description).toBe(description)
      expect(found?.startDate.toString()).toBe(day)
    }),
    { numRuns: 200 },
  )
})

test('control characters are left out, as the format has no place for them', () => {
  const [found] = read(icalText('医转', [{ ...event, summary: 'a\u0000b\u0007c\u007fd' }]))
  expect(found?.summary).toBe('abcd')
})
