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
