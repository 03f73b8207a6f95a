import { saysNothing, tightText } from './text.ts'

// How ledgers name countries and offices; by the codes of WIPO ST.3. China itself is none of them.

const names: readonly (readonly [RegExp, string])[] = [
  [/^(中国香港|香港|hongkong)/, 'HK'],
  [/^(中国澳门|澳门|macao|macau)/, 'MO'],
  [/^(中国台湾|台湾|taiwan)/, 'TW'],
  [/^(中国|中华人民共和国|国内|国知局|国家知识产权局|china|cn|cnipa|prc)/, 'CN'],
  [/^(美国|usa?$|uspto|unitedstates)/, 'US'],
  [/^(欧洲|欧专局|epo?$|europe)/, 'EP'],
  [/^(日本|jpo?$|japan)/, 'JP'],
  [/^(韩国|kipo|korea)/, 'KR'],
  [/^(世界知识产权|国际局|wipo|wo$)/, 'WO'],
  [/^(德国|germany)/, 'DE'],
  [/^(英国|uk$|unitedkingdom)/, 'GB'],
  [/^(法国|france)/, 'FR'],
  [/^(意大利|italy)/, 'IT'],
  [/^(西班牙|spain)/, 'ES'],
  [/^(荷兰|netherlands)/, 'NL'],
  [/^(瑞士|switzerland)/, 'CH'],
  [/^(瑞典|sweden)/, 'SE'],
  [/^(加拿大|canada)/, 'CA'],
  [/^(澳大利亚|australia)/, 'AU'],
  [/^(新西兰|newzealand)/, 'NZ'],
  [/^(新加坡|singapore)/, 'SG'],
  [/^(印度尼西亚|印尼|indonesia)/, 'ID'],
  [/^(印度|india)/, 'IN'],
  [/^(俄罗斯|俄国|russia)/, 'RU'],
  [/^(欧亚|eurasia)/, 'EA'],
  [/^(欧盟|euipo)/, 'EM'],
  [/^(巴西|brazil)/, 'BR'],
  [/^(墨西哥|mexico)/, 'MX'],
  [/^(南非|southafrica)/, 'ZA'],
  [/^(以色列|israel)/, 'IL'],
  [/^(马来西亚|malaysia)/, 'MY'],
  [/^(泰国|thailand)/, 'TH'],
  [/^(越南|vietnam)/, 'VN'],
  [/^(菲律宾|philippines)/, 'PH'],
  [/^(卢森堡|luxembourg)/, 'LU'],
]

/** The code of the country or office a cell names; undefined of China, of nothing, and of what is not known. */
export function countryIn(raw: string): string | undefined {
  if (saysNothing(raw)) return undefined
  const text = tightText(raw)
    .toLowerCase()
    .replace(/[.（）()]/g, '')
  const named = names.find(([name]) => name.test(text))?.[1]
  const code = named ?? names.find(([, each]) => each.toLowerCase() === text)?.[1]
  return code === 'CN' ? undefined : code
}
