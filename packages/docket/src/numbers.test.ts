import { InputError, patentCheckCharacter } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import type { RightKind } from './kind.ts'
import { readCertificateNumber, readPublicationNumber, readRightNumber } from './numbers.ts'

test.each<[RightKind, string, string]>([
  ['invention', '202110012345.9', '202110012345.9'],
  ['invention', ' CN 2021 1 0012345.9 ', '202110012345.9'],
  ['invention', 'ZL2021100123459', '202110012345.9'],
  ['invention', '专利号：ＺＬ２０２１１００１２３４５．9', '202110012345.9'],
  ['invention', '202180012345.7', '202180012345.7'],
  ['patent', '202110012345.9', '202110012345.9'],
  ['utility_model', '202120012345.4', '202120012345.4'],
  ['design', '202130012345.X', '202130012345.X'],
  ['invention', '98101234.5', '98101234.5'],
  ['invention', '98101237x', '98101237.X'],
  ['pct', 'pct/cn2024/123456', 'PCT/CN2024/123456'],
  ['pct', 'PCTCN2024123456', 'PCT/CN2024/123456'],
  ['pct', 'PCT/CN03/01234', 'PCT/CN03/01234'],
  ['software', '2024 sr 0123456', '2024SR0123456'],
  ['software', '登记号：2012SR123456', '2012SR123456'],
  ['layout', 'BS.21500001.3', 'BS.21500001.3'],
  ['layout', 'bs215000013', 'BS.21500001.3'],
  ['variety', 'CNA20191000001', 'CNA20191000001'],
  ['variety', 'CNA20100012.3', 'CNA20100012.3'],
  ['variety', '20190012', '20190012'],
  ['preparation', '粤药制字Z20070123', '粤药制字Z20070123'],
  ['preparation', '批准文号：粤药制备字z20200012000', '粤药制备字Z20200012000'],
  ['trademark', '第12345678号', '12345678'],
  ['trademark', 'G1234567', 'G1234567'],
  ['know_how', 'KH-07', 'KH-07'],
])('%s %s is %s', (kind, text, wanted) => {
  expect(readRightNumber(kind, text)).toBe(wanted)
})

test.each([
  ['软著登字第1234567号', '软著登字第1234567号'],
  ['登记证书号：软著登字 第 1234567 号', '软著登字第1234567号'],
  ['软著变补字第202400012号', '软著变补字第202400012号'],
  ['第1234567号', '软著登字第1234567号'],
  ['bj12345', '软著登字第BJ12345号'],
  ['2024SR0123456', 'certificate-number-form'],
  ['软著登字第12号', 'certificate-number-form'],
])('the certificate %s is %s', (text, wanted) => {
  expect(ruleOf(() => readCertificateNumber(text))).toBe(wanted)
})

function ruleOf(read: () => string): string {
  try {
    return read()
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).rule
  }
}

test.each<[RightKind, string, string]>([
  ['invention', '202110012345', 'check-digit-missing'],
  ['invention', '202110012345.1', 'check-digit'],
  ['invention', '202120012345.4', 'number-of-other-kind'],
  ['utility_model', '202110012345.9', 'number-of-other-kind'],
  ['invention', '202140012345.4', 'application-number'],
  ['invention', '199910012345.4', 'application-number'],
  ['invention', '84101234.1', 'application-number'],
  ['invention', '20211001234', 'application-number'],
  ['pct', 'PCT/CN2024/12345', 'pct-number'],
  ['software', '软著登字第1234567号', 'certificate-number'],
  ['software', '2024SR12345', 'software-number'],
  ['layout', 'BS.21500001.4', 'check-digit'],
  ['layout', 'BS.21400001.4', 'layout-number'],
  ['variety', 'CNA1234', 'variety-number'],
  ['preparation', '粤药字Z20070123', 'preparation-number'],
  ['preparation', '国药制字Z20070123', 'preparation-number'],
  ['trademark', '123', 'trademark-number'],
])('%s %s breaks %s', (kind, text, rule) => {
  expect(ruleOf(() => readRightNumber(kind, text, 'number'))).toBe(rule)
})

test.each<[RightKind, string, string]>([
  ['invention', 'CN 115000001 A', 'CN115000001A'],
  ['invention', 'cn115000001b', 'CN115000001B'],
  ['utility_model', 'CN215000001U', 'CN215000001U'],
  ['design', '公告号：CN305000001S', 'CN305000001S'],
  ['invention', 'CN1234567C', 'CN1234567C'],
  ['pct', 'WO 2024/123456 A1', 'WO2024/123456'],
  ['utility_model', 'CN115000001A', 'number-of-other-kind'],
  ['invention', 'CN215000001B', 'number-of-other-kind'],
  ['invention', 'CN11500001A', 'publication-number'],
])('publication %s %s: %s', (kind, text, wanted) => {
  expect(ruleOf(() => readPublicationNumber(kind, text))).toBe(wanted)
})

test('every single wrong digit, and every pair exchanged, is noticed or is another right number', () => {
  const digits = '202110012345'
  const right = `${digits}.${patentCheckCharacter(digits)}`
  for (let at = 0; at < digits.length; at += 1) {
    for (let wrong = 0; wrong < 10; wrong += 1) {
      if (Number(digits[at]) === wrong) continue
      const other = `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}.${right.at(-1)}`
      expect(() => readRightNumber('patent', other)).toThrow(InputError)
    }
  }
})

test('a no names the field, says what is wrong and what to do, in both languages', () => {
  try {
    readRightNumber('invention', '202110012345', 'rows[3].number')
    expect.unreachable()
  } catch (error) {
    const { field, words } = error as InputError
    expect(field).toBe('rows[3].number')
    expect(words.zh).toContain('受理通知书')
    expect(words.en).toContain('notice of acceptance')
  }
})
