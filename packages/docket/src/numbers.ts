import { InputError, patentCheckCharacter, type Words } from '@yizhuan/kit'
import type { RightKind } from './kind.ts'

// The numbers of rights: any notation is read, one is kept. Every no names the field, the rule, and what to do.

/**
 * Reads the number of a right of a kind and writes it in its one notation.
 *
 * @throws {InputError} naming the field and the rule it breaks.
 */
export function readRightNumber(kind: RightKind, text: string, field = 'number'): string {
  const code = plain(text)
  switch (kind) {
    case 'invention':
    case 'utility_model':
    case 'design':
    case 'patent':
      return applicationNumber(kind, code, field)
    case 'pct':
      return pctNumber(code, field)
    case 'software':
      return softwareNumber(code, field)
    case 'layout':
      return layoutNumber(code, field)
    case 'variety':
      return varietyNumber(code, field)
    case 'preparation':
      return preparationNumber(code, field)
    case 'trademark':
      return trademarkNumber(code, field)
    case 'know_how':
      return code
  }
}

/** One width, upper case, no spaces, plain dashes and points. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[。·]/g, '.')
    .replace(/[‐‑–—―−]/g, '-')
    .replace(/\s+/g, '')
    .replace(/^(?:国际)?(?:申请|专利|登记|注册|公开|公告|品种权|批准)(?:文号|号)?:?/u, '')
}

function no(field: string, rule: string, zh: string, en: string): InputError {
  return new InputError(field, rule, { zh, en })
}

/** Which kinds of rights the kind digit of an application stands for; 8 and 9 came by PCT. */
const kindDigits: Readonly<Record<string, RightKind>> = {
  '1': 'invention',
  '2': 'utility_model',
  '3': 'design',
  '8': 'invention',
  '9': 'utility_model',
}

const kindNames: Partial<Record<RightKind, Words>> = {
  invention: { zh: '发明专利', en: 'an invention' },
  utility_model: { zh: '实用新型', en: 'a utility model' },
  design: { zh: '外观设计', en: 'a design' },
}

/** Twelve digits since October 2003, eight before, and the check character behind a point. */
function applicationNumber(kind: RightKind, code: string, field: string): string {
  const bare = code.replace(/^(?:CN|ZL)+\.?/, '').replaceAll('-', '')
  if (/^(\d{12}|\d{8})$/.test(bare)) {
    throw no(
      field,
      'check-digit-missing',
      `“${bare}”缺少小数点后的校验位；请照受理通知书填全，如 202110012345.X`,
      `"${bare}" lacks the check digit behind the point; copy it from the notice of acceptance`,
    )
  }
  const match = /^(\d{12}|\d{8})\.?([\dX])$/.exec(bare)
  const [, digits = '', check = ''] = match ?? []
  const isOld = digits.length === 8
  const isDated = isOld ? /^(8[5-9]|9\d|0[0-3])/.test(digits) : /^(200[3-9]|20[1-9]\d)/.test(digits)
  const means = kindDigits[isOld ? digits.charAt(2) : digits.charAt(4)]
  if (!match || !isDated || means === undefined) {
    throw no(
      field,
      'application-number',
      `“${bare}”不是中国专利申请号；应为 12 位数字（2003 年 10 月前为 8 位）、小数点和校验位`,
      `"${bare}" is no Chinese application number: 12 digits (8 before October 2003), a point, a check digit`,
    )
  }
  if (patentCheckCharacter(digits) !== check) {
    throw no(
      field,
      'check-digit',
      `“${digits}.${check}”的校验位不对，号码有一位抄错；请对照受理通知书或证书`,
      `The check digit of "${digits}.${check}" is wrong: a digit was miscopied; compare it with the certificate`,
    )
  }
  if (kind !== 'patent' && means !== kind) {
    throw no(
      field,
      'number-of-other-kind',
      `“${digits}.${check}”是${kindNames[means]?.zh}的号码，与所填类型不符；请改号码或类型`,
      `"${digits}.${check}" is the number of ${kindNames[means]?.en}; correct the number or the kind`,
    )
  }
  return `${digits}.${check}`
}

const kindLetters: Readonly<Record<string, readonly RightKind[]>> = {
  A: ['invention'],
  B: ['invention'],
  C: ['invention'],
  U: ['utility_model'],
  Y: ['utility_model'],
  S: ['design'],
  D: ['design'],
}

/**
 * Reads the number under which a patent was published or announced: `CN115000001A`, before 2007 seven
 * digits; of an international application `WO2023/123456`.
 *
 * @throws {InputError} naming the field and the rule it breaks.
 */
export function readPublicationNumber(
  kind: RightKind,
  text: string,
  field = 'publicationNo',
): string {
  const code = plain(text)
  const world = /^WO\/?(\d{4})\/?(\d{6})(?:A\d)?$/.exec(code)
  if (world && (kind === 'pct' || kind === 'invention')) return `WO${world[1]}/${world[2]}`
  const match = /^CN(\d{9}|\d{7})([ABCUYSD])\d?$/.exec(code)
  const [, digits = '', letter = ''] = match ?? []
  if (!match || kindDigits[digits.charAt(0)] === undefined) {
    throw no(
      field,
      'publication-number',
      `“${code}”不是公开（公告）号；应为 CN、9 位（早期 7 位）数字和字母，如 CN115000001A`,
      `"${code}" is no publication number: CN, 9 digits (7 in early years) and a letter, as CN115000001A`,
    )
  }
  const kinds = kindLetters[letter] ?? []
  const isPatent = kindNames[kind] !== undefined
  if (
    !kinds.includes(kindDigits[digits.charAt(0)] ?? kind) ||
    (isPatent && !kinds.includes(kind))
  ) {
    throw no(
      field,
      'number-of-other-kind',
      `“${code}”的字母 ${letter} 与类型不符；请改号码或类型`,
      `The letter ${letter} of "${code}" does not go with the kind; correct the number or the kind`,
    )
  }
  return code
}

function pctNumber(code: string, field: string): string {
  const match =
    /^PCT\/?([A-Z]{2})\/?(\d{4})\/?(\d{6})$/.exec(code) ??
    /^PCT\/?([A-Z]{2})\/?(\d{2})\/?(\d{5})$/.exec(code)
  if (match) return `PCT/${match[1]}${match[2]}/${match[3]}`
  throw no(
    field,
    'pct-number',
    `“${code}”不是 PCT 国际申请号；应如 PCT/CN2024/123456`,
    `"${code}" is no number of an international application; write it as PCT/CN2024/123456`,
  )
}

function softwareNumber(code: string, field: string): string {
  if (/软著登字/.test(code)) {
    throw no(
      field,
      'certificate-number',
      '这是证书号（软著登字），请填在“证书号”一栏；这里填证书上的登记号，如 2024SR0123456',
      'This is the number of the certificate, which has a field of its own; give the registration number on it, as 2024SR0123456',
    )
  }
  const match = /^((?:19|20)\d\d)-?SR-?(\d{6,7})$/.exec(code)
  if (match) return `${match[1]}SR${match[2]}`
  throw no(
    field,
    'software-number',
    `“${code}”不是软件著作权登记号；应为年份、SR 和 6 至 7 位数字，如 2024SR0123456`,
    `"${code}" is no registration number of software: the year, SR and 6 or 7 digits, as 2024SR0123456`,
  )
}

/**
 * Reads the number of a certificate of software and writes it in full: `软著登字第1234567号`.
 *
 * @throws {InputError} naming the field and the rule it breaks.
 */
export function readCertificateNumber(text: string, field = 'certificateNo'): string {
  const code = plain(text).replace(/^证书号?:?/, '')
  const [, kind = '登', digits = ''] =
    /^(?:软著([登变补]{1,2})字)?第?([A-Z]{0,4}\d{4,9})号?$/.exec(code) ?? []
  if (digits !== '') return `软著${kind}字第${digits}号`
  throw no(
    field,
    'certificate-number-form',
    `“${code}”不是软件著作权登记证书号；应如 软著登字第1234567号`,
    `"${code}" is no number of a certificate of software; write it as 软著登字第1234567号`,
  )
}

/** The year, a 5, five digits, and the check character that patents have. */
function layoutNumber(code: string, field: string): string {
  const [, digits = '', check = ''] = /^(?:BS\.?)?(\d{2}5\d{5})\.?([\dX])$/.exec(code) ?? []
  if (digits === '') {
    throw no(
      field,
      'layout-number',
      `“${code}”不是布图设计登记号；应如 BS.21500001.X`,
      `"${code}" is no registration number of a layout design; write it as BS.21500001.X`,
    )
  }
  if (patentCheckCharacter(digits) === check) return `BS.${digits}.${check}`
  throw no(
    field,
    'check-digit',
    `“${code}”的校验位不对，号码有一位抄错；请对照登记证书`,
    `The check digit of "${code}" is wrong: a digit was miscopied; compare it with the certificate`,
  )
}

/** Of agriculture with CNA, before 2015 with a further digit behind a point; of forestry eight digits. */
function varietyNumber(code: string, field: string): string {
  if (/^CNA(?:(?:19|20)\d{9}|(?:19|20)\d{6}\.\d)$|^(?:19|20)\d{6}$/.test(code)) return code
  throw no(
    field,
    'variety-number',
    `“${code}”不是品种权号；应如 CNA20191000001，林业的为 8 位数字`,
    `"${code}" is no number of a plant variety: as CNA20191000001, of forestry eight digits`,
  )
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

function preparationNumber(code: string, field: string): string {
  const approved = `[${provinces}]药制字[HZSTJF](?:19|20)\\d{6}`
  const filed = `[${provinces}]药制备字[HZSTJF](?:19|20)\\d{9}`
  if (new RegExp(`^(?:${approved}|${filed})$`, 'u').test(code)) return code
  throw no(
    field,
    'preparation-number',
    `“${code}”不是制剂批准文号或备案号；应如 粤药制字Z20070123 或 粤药制备字Z20200012000`,
    `"${code}" is no approval or filing number of a preparation; it begins with the province, as 粤药制字Z20070123`,
  )
}

function trademarkNumber(code: string, field: string): string {
  const bare = code.replace(/^第/, '').replace(/号$/, '')
  if (/^(?:\d{5,8}[A-Z]?|G\d{6,7})$/.test(bare)) return bare
  throw no(
    field,
    'trademark-number',
    `“${code}”不是商标注册号；应为 5 至 8 位数字，国际注册以 G 开头`,
    `"${code}" is no registration number of a trademark: 5 to 8 digits, international ones begin with G`,
  )
}
