import type { Vocabulary } from './vocabulary.ts'

// The words of the tables about people. One that is not known keeps its row out: a chief is asked for by
// law (gd-2025#a21.p1), so nobody becomes one, or stops being one, by a guess.

export const unitKinds: Vocabulary<'department' | 'legal_person'> = {
  rules: [
    [/非法人|非独立/, 'department'],
    [/法人/, 'legal_person'],
    [/内设|科室|部门|职能|临床|医技|行政|教研室|病区/, 'department'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const postKinds: Vocabulary<'chief' | 'deputy' | 'middle' | 'other'> = {
  rules: [
    [/^(正职领导|正职|单位正职)$/, 'chief'],
    [/^(副职领导|副职|单位副职)$/, 'deputy'],
    [/^(中层干部|中层|中层正职|中层副职)$/, 'middle'],
    [/^(其他|其它|非领导职务|一般职务|无领导职务)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}

export const yesOrNoWords: Vocabulary<'yes' | 'no'> = {
  rules: [
    [/^(否|无|[×✗✘xn]|no|false|0|不是)$/, 'no'],
    [/^(是|有|[√✓✔☑y]|yes|true|1)$/, 'yes'],
  ],
  first: true,
  unknown: 'word_unknown',
}

/** In which line of work somebody stands, by the words of staff lists. One that is not known is told and left out. */
export const occupations: Vocabulary<
  | 'pharmacy'
  | 'diagnosis'
  | 'treatment'
  | 'nursing'
  | 'prevention'
  | 'healthcare'
  | 'management'
  | 'information'
  | 'other'
> = {
  rules: [
    [/^(药学|药剂|药师|药学人员|药剂人员|药学类|pharmacy)$/, 'pharmacy'],
    [
      /^(诊断|医技|诊断医技|诊断\(医技\)|技师|医技人员|检验|影像|医技类|diagnostics|diagnosis)$/,
      'diagnosis',
    ],
    [
      /^(治疗|临床|临床医疗|治疗临床医疗|治疗\(临床医疗\)|医疗|医师|医生|临床医生|临床医师|医师类|treatment)$/,
      'treatment',
    ],
    [/^(护理|护士|护师|护理人员|护理类|nursing)$/, 'nursing'],
    [/^(预防|公共卫生|公卫|预防医学|预防保健|prevention)$/, 'prevention'],
    [/^(保健|健康管理|healthcare)$/, 'healthcare'],
    [/^(管理|行政|行政管理|管理人员|行政人员|职能|management)$/, 'management'],
    [/^(信息技术|信息|信息化|信息人员|计算机|informationtechnology|it)$/, 'information'],
    [/^(其他|其它|other)$/, 'other'],
  ],
  first: true,
  unknown: 'value_unknown',
}
