import type { Words } from '@yizhuan/kit'

/** What kind of institution it is. */
export const institutionKinds = ['hospital', 'maternal_child', 'cdc', 'institute', 'other'] as const

/** The provinces and their like by ISO 3166-2; a pack names the one it is for. */
export const provinces: Readonly<Record<string, Words>> = {
  'CN-AH': { zh: '安徽省', en: 'Anhui' },
  'CN-BJ': { zh: '北京市', en: 'Beijing' },
  'CN-CQ': { zh: '重庆市', en: 'Chongqing' },
  'CN-FJ': { zh: '福建省', en: 'Fujian' },
  'CN-GD': { zh: '广东省', en: 'Guangdong' },
  'CN-GS': { zh: '甘肃省', en: 'Gansu' },
  'CN-GX': { zh: '广西壮族自治区', en: 'Guangxi' },
  'CN-GZ': { zh: '贵州省', en: 'Guizhou' },
  'CN-HA': { zh: '河南省', en: 'Henan' },
  'CN-HB': { zh: '湖北省', en: 'Hubei' },
  'CN-HE': { zh: '河北省', en: 'Hebei' },
  'CN-HI': { zh: '海南省', en: 'Hainan' },
  'CN-HL': { zh: '黑龙江省', en: 'Heilongjiang' },
  'CN-HN': { zh: '湖南省', en: 'Hunan' },
  'CN-JL': { zh: '吉林省', en: 'Jilin' },
  'CN-JS': { zh: '江苏省', en: 'Jiangsu' },
  'CN-JX': { zh: '江西省', en: 'Jiangxi' },
  'CN-LN': { zh: '辽宁省', en: 'Liaoning' },
  'CN-NM': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  'CN-NX': { zh: '宁夏回族自治区', en: 'Ningxia' },
  'CN-QH': { zh: '青海省', en: 'Qinghai' },
  'CN-SC': { zh: '四川省', en: 'Sichuan' },
  'CN-SD': { zh: '山东省', en: 'Shandong' },
  'CN-SH': { zh: '上海市', en: 'Shanghai' },
  'CN-SN': { zh: '陕西省', en: 'Shaanxi' },
  'CN-SX': { zh: '山西省', en: 'Shanxi' },
  'CN-TJ': { zh: '天津市', en: 'Tianjin' },
  'CN-XJ': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  'CN-XZ': { zh: '西藏自治区', en: 'Tibet' },
  'CN-YN': { zh: '云南省', en: 'Yunnan' },
  'CN-ZJ': { zh: '浙江省', en: 'Zhejiang' },
}

/** How an institution stands to a pilot of reform. */
export const pilotStandings = ['listed', 'voluntary'] as const

/** What an institution says of itself; null while it has not said so. */
export interface Profile {
  readonly name: string
  readonly kind: (typeof institutionKinds)[number] | null
  /** Decides which packs apply to its cases. */
  readonly province: string | null
  /** Whether the pilot of reform of its place speaks as well: it is on the list, or follows it by choice. */
  readonly pilot: (typeof pilotStandings)[number] | null
  readonly universityAffiliated: boolean | null
  readonly university: string | null
  readonly platformCompany: string | null
  readonly objectionProcedure: string | null
  /** The designated department that takes objections. */
  readonly noticeDepartment: string | null
}
