import { expect, test } from 'vitest'
import type { Cell } from './cell.ts'
import {
  parseApplicationNo,
  parseApplicationNos,
  parseCode,
  parseCodes,
  parseCreditCode,
  parseIdentityNo,
  parsePreparationNo,
  parsePublicationNo,
  parseRegistrationNo,
  parseSoftwareNo,
  parseStaffNo,
} from './numbers.ts'

const text = (value: string): Cell => ({ kind: 'text', text: value })
const number = (value: string, format?: string): Cell => ({
  kind: 'number',
  text: value,
  ...(format === undefined ? {} : { format }),
})
const silent = (value: unknown) => ({ value, problems: [] })
const told = (value: unknown, problem: string) => ({ value, problems: [problem] })

// 200310100002.X is the example of the patent office's own standard on numbers (ZC 0006).
test.each([
  '200310100002.X',
  '200310100002X',
  '200310100002.x',
  'ZL200310100002.X',
  'ZL 2003 1 0100002.X',
  'CN 200310100002.X',
  'CN200310100002X',
  '２００３１０１００００２．Ｘ',
  ' 200310100002.X\n',
])('%j is the application 200310100002.X', (raw) => {
  expect(parseApplicationNo(text(raw))).toEqual(silent('200310100002.X'))
})

test('a number cell has lost its .0, a text of twelve digits has lost its check digit', () => {
  expect(parseApplicationNo(number('202317000017'))).toEqual(silent('202317000017.0'))
  expect(parseApplicationNo(number('2023170000043'))).toEqual(silent('202317000004.3'))
  expect(parseApplicationNo(text('202317000017'))).toEqual(
    told('202317000017', 'patent_number_format'),
  )
})

test.each([
  ['200310100002.1', told('200310100002.1', 'patent_check_digit')],
  ['20031010002.X', told('20031010002.X', 'patent_number_format')],
  ['2003101000021.X', told('2003101000021.X', 'patent_number_format')],
  ['PCT/CN2022/934171', silent('PCT/CN2022/934171')],
  ['PCTCN2022934171', silent('PCT/CN2022/934171')],
  ['/', silent(null)],
])('the application %s', (raw, expected) => {
  expect(parseApplicationNo(text(raw))).toEqual(expected)
})

test('several applications in one cell, however they are parted', () => {
  const both = silent(['200310100002.X', 'PCT/CN2022/934171'])
  for (const sign of ['、', '\n', ' ', '；', ','])
    expect(parseApplicationNos(text(`ZL200310100002.X${sign}PCT/CN2022/934171`))).toEqual(both)
  expect(parseApplicationNos(text('ZL 2003 1 0100002.X'))).toEqual(silent(['200310100002.X']))
})

test.each([
  ['cg2017-0013', 'CG2017-0013'],
  ['ＣＧ２０１７－００１３', 'CG2017-0013'],
  [' CG2017–0013\n', 'CG2017-0013'],
  ['CG 2017 — 0013', 'CG2017-0013'],
  ['—', null],
])('the code %j is %j', (raw, code) => {
  expect(parseCode(text(raw))).toEqual(silent(code))
})

test.each([
  ['CG2018-0025~0027', ['CG2018-0025', 'CG2018-0026', 'CG2018-0027']],
  ['CG2018-0025～CG2018-0026', ['CG2018-0025', 'CG2018-0026']],
  ['CG2018-0099至0101', ['CG2018-0099', 'CG2018-0100', 'CG2018-0101']],
  ['CG2017-0013；cg2017-0032，CG2017-0040', ['CG2017-0013', 'CG2017-0032', 'CG2017-0040']],
  ['CG2020-0042 CG2021-0017', ['CG2020-0042', 'CG2021-0017']],
  ['CG2018-0027~0025', ['CG2018-0027~0025']],
])('the codes in %s', (raw, codes) => {
  expect(parseCodes(text(raw))).toEqual(silent(codes))
})

test('a staff number keeps the noughts that its format shows', () => {
  expect(parseStaffNo(number('6685', '000000'))).toEqual(silent('006685'))
  expect(parseStaffNo(number('6685'))).toEqual(silent('6685'))
  expect(parseStaffNo(text(' 006685'))).toEqual(silent('006685'))
})

// 11010519491231002X is the example of GB 11643, 91350100M000100Y43 that of GB 32100.
test('identity numbers', () => {
  expect(parseIdentityNo(text('110105 19491231 002x'))).toEqual(silent('11010519491231002X'))
  expect(parseIdentityNo(text('110105194912310021'))).toEqual(
    told('110105194912310021', 'id_check_digit'),
  )
  expect(parseIdentityNo(text('11010519491231002'))).toEqual(told('11010519491231002', 'id_format'))
  expect(parseIdentityNo(number('110105194912310020'))).toEqual(told(null, 'id_precision_lost'))
  expect(parseIdentityNo(text('1.10105E+17'))).toEqual(told(null, 'id_precision_lost'))
})

test('credit codes', () => {
  expect(parseCreditCode(text(' 91350100m000100y43'))).toEqual(silent('91350100M000100Y43'))
  expect(parseCreditCode(text('91350100M000100Y44'))).toMatchObject({
    problems: ['uscc_check_digit'],
  })
  expect(parseCreditCode(text('91350100M000100Y4'))).toMatchObject({
    problems: ['uscc_check_digit'],
  })
})

test('registration numbers of contracts', () => {
  expect(parseRegistrationNo(text('2023000000000001'))).toEqual(silent('2023000000000001'))
  expect(parseRegistrationNo(number('2023000000000010'))).toEqual(
    told('2023000000000010', 'registration_no_precision'),
  )
  expect(parseRegistrationNo(text('202300000000001'))).toMatchObject({
    problems: ['registration_no_format'],
  })
})

test.each([
  [parsePublicationNo, 'CN 176483935 a', silent('CN176483935A')],
  [parsePublicationNo, 'CN2798357U', told('CN2798357U', 'publication_number_format')],
  [parseSoftwareNo, '2022sr7927253', silent('2022SR7927253')],
  [parseSoftwareNo, '2016SR904151', silent('2016SR904151')],
  [parseSoftwareNo, '2022SR98', told('2022SR98', 'software_number_format')],
  [parsePreparationNo, '粤药制字Z20179229', silent('粤药制字Z20179229')],
  [parsePreparationNo, '粤药制备字Z20219221000 ', silent('粤药制备字Z20219221000')],
  [parsePreparationNo, '粤药制字Z2021025', told('粤药制字Z2021025', 'preparation_number_format')],
])('%o reads %s', (parse, raw, expected) => {
  expect(parse(text(raw))).toEqual(expected)
})
