import type { Words } from '@yizhuan/kit'
import type { RightKind } from './kind.ts'

/**
 * Countries and offices abroad, by their codes of WIPO ST.3; China itself is none of them. UP is not of that list:
 * by it registers of European patents call the one part that stands for all states of the unitary effect.
 */
export const countryWords = {
  US: { zh: '美国', en: 'United States' },
  EP: { zh: '欧洲专利局', en: 'European Patent Office' },
  JP: { zh: '日本', en: 'Japan' },
  KR: { zh: '韩国', en: 'Korea' },
  WO: { zh: '世界知识产权组织', en: 'WIPO' },
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
  DE: { zh: '德国', en: 'Germany' },
  GB: { zh: '英国', en: 'United Kingdom' },
  FR: { zh: '法国', en: 'France' },
  IT: { zh: '意大利', en: 'Italy' },
  ES: { zh: '西班牙', en: 'Spain' },
  NL: { zh: '荷兰', en: 'Netherlands' },
  CH: { zh: '瑞士', en: 'Switzerland' },
  SE: { zh: '瑞典', en: 'Sweden' },
  CA: { zh: '加拿大', en: 'Canada' },
  AU: { zh: '澳大利亚', en: 'Australia' },
  NZ: { zh: '新西兰', en: 'New Zealand' },
  SG: { zh: '新加坡', en: 'Singapore' },
  IN: { zh: '印度', en: 'India' },
  RU: { zh: '俄罗斯', en: 'Russia' },
  EA: { zh: '欧亚专利局', en: 'Eurasian Patent Office' },
  BR: { zh: '巴西', en: 'Brazil' },
  MX: { zh: '墨西哥', en: 'Mexico' },
  ZA: { zh: '南非', en: 'South Africa' },
  IL: { zh: '以色列', en: 'Israel' },
  MY: { zh: '马来西亚', en: 'Malaysia' },
  TH: { zh: '泰国', en: 'Thailand' },
  VN: { zh: '越南', en: 'Viet Nam' },
  ID: { zh: '印度尼西亚', en: 'Indonesia' },
  PH: { zh: '菲律宾', en: 'Philippines' },
  LU: { zh: '卢森堡', en: 'Luxembourg' },
  UP: { zh: '欧洲专利统一效力', en: 'Unitary effect of a European patent' },
  AT: { zh: '奥地利', en: 'Austria' },
  BE: { zh: '比利时', en: 'Belgium' },
  DK: { zh: '丹麦', en: 'Denmark' },
  FI: { zh: '芬兰', en: 'Finland' },
  IE: { zh: '爱尔兰', en: 'Ireland' },
  PT: { zh: '葡萄牙', en: 'Portugal' },
  NO: { zh: '挪威', en: 'Norway' },
  IS: { zh: '冰岛', en: 'Iceland' },
  LI: { zh: '列支敦士登', en: 'Liechtenstein' },
  MC: { zh: '摩纳哥', en: 'Monaco' },
  SM: { zh: '圣马力诺', en: 'San Marino' },
  MT: { zh: '马耳他', en: 'Malta' },
  CY: { zh: '塞浦路斯', en: 'Cyprus' },
  GR: { zh: '希腊', en: 'Greece' },
  TR: { zh: '土耳其', en: 'Türkiye' },
  PL: { zh: '波兰', en: 'Poland' },
  CZ: { zh: '捷克', en: 'Czechia' },
  SK: { zh: '斯洛伐克', en: 'Slovakia' },
  HU: { zh: '匈牙利', en: 'Hungary' },
  RO: { zh: '罗马尼亚', en: 'Romania' },
  BG: { zh: '保加利亚', en: 'Bulgaria' },
  SI: { zh: '斯洛文尼亚', en: 'Slovenia' },
  HR: { zh: '克罗地亚', en: 'Croatia' },
  RS: { zh: '塞尔维亚', en: 'Serbia' },
  ME: { zh: '黑山', en: 'Montenegro' },
  MK: { zh: '北马其顿', en: 'North Macedonia' },
  AL: { zh: '阿尔巴尼亚', en: 'Albania' },
  EE: { zh: '爱沙尼亚', en: 'Estonia' },
  LV: { zh: '拉脱维亚', en: 'Latvia' },
  LT: { zh: '立陶宛', en: 'Lithuania' },
  EM: { zh: '欧盟知识产权局', en: 'EU Intellectual Property Office' },
} as const satisfies Record<string, Words>
export type Country = keyof typeof countryWords
export const countries = Object.keys(countryWords) as [Country, ...Country[]]

const ofChina: ReadonlySet<string> = new Set(['CN', 'HK', 'MO', 'TW'])

/** Whether an office is foreign: what is filed there is examined for secrecy before (cn-patent-law#a19). */
export const isForeign = (country: string | null): boolean =>
  country !== null && !ofChina.has(country)

const regional: ReadonlySet<Country> = new Set<Country>(['EP', 'EA'])

/** Whether an office grants for several countries at once, each of which has its own part afterwards. */
export const isRegional = (country: Country): boolean => regional.has(country)

/** The kinds of which there are rights abroad; a preparation of a hospital is approved at home. */
export const kindsAbroad: readonly RightKind[] = [
  'invention',
  'utility_model',
  'design',
  'patent',
  'software',
  'layout',
  'variety',
  'trademark',
]
