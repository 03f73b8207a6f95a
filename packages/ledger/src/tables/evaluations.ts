import { field, moneyField, rawText, textField, unkept, wordField } from '../field.ts'
import { parseCode } from '../numbers.ts'
import { type Parsed, parsed } from '../parsed.ts'
import type { ScorePart } from '../records-of-evaluations.ts'
import type { Table } from '../table.ts'
import { plainText, saysNothing } from '../text.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { wholeDayField, wordsField } from './people.ts'

// What an evaluation looked at decides what may be filed: a word that is not known keeps its row out.

const kinds: Vocabulary<
  'pre_filing' | 'patentability' | 'value' | 'market' | 'medical' | 'comparison'
> = {
  rules: [
    [/^(申请前评估|专利申请前评估|pre-?filingreview)$/, 'pre_filing'],
    [/^(可专利性检索|专利性检索|查新|patentabilitysearch)$/, 'patentability'],
    [/^(价值评估|价值评价|valueassessment)$/, 'value'],
    [/^(市场评估|市场评价|marketassessment)$/, 'market'],
    [/^(医学评估|临床评估|医学评价|medicalassessment)$/, 'medical'],
    [/^(与现有诊疗比较|诊疗比较|comparisonwithexistingcare)$/, 'comparison'],
  ],
  first: true,
  unknown: 'word_unknown',
}

const outcomes: Vocabulary<'file' | 'not_file' | 'wait'> = {
  rules: [
    [/^(不申请|不予申请|donotfile)$/, 'not_file'],
    [/^(申请|同意申请|建议申请|file)$/, 'file'],
    [/^(补充后再议|再议|暂缓|lookagainlater)$/, 'wait'],
  ],
  first: true,
  unknown: 'word_unknown',
}

const reasons: Vocabulary<
  | 'low_potential'
  | 'not_novel'
  | 'obvious'
  | 'not_useful'
  | 'no_result'
  | 'secret'
  | 'budget'
  | 'immature'
  | 'other'
> = {
  rules: [
    [/^(转化前景不足|lowcommercialpotential)$/, 'low_potential'],
    [/^(不具备新颖性|无新颖性|notnovel)$/, 'not_novel'],
    [/^(不具备创造性|无创造性|obvious)$/, 'obvious'],
    [/^(不具备实用性|无实用性|notuseful)$/, 'not_useful'],
    [/^(未形成成果|noresult)$/, 'no_result'],
    [/^(以技术秘密保护|技术秘密|keptasasecret)$/, 'secret'],
    [/^(经费不足|budget)$/, 'budget'],
    [/^(市场不成熟|marketnotready)$/, 'immature'],
    [/^(其他|其它|other)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}

/** 成果评估: one evaluation a row, known by achievement, kind, day and who evaluated. */
export const evaluations: Table = {
  name: 'evaluations',
  entity: 'evaluation',
  core: [['evalAchievement'], ['evalKind'], ['evalDay']],
  required: ['evalAchievement', 'evalKind', 'evalDay', 'evaluator', 'evalFile'],
  names: 'evalKind',
  number: 'evalAchievement',
  fields: [
    unkept('seq', '序号 行号 No'),
    field('evalAchievement', '成果编号 成果号 对应成果编号 被评成果 Achievement', parseCode),
    unkept('evalTitle', '成果名称 名称 Title'),
    wordField('evalKind', '评估类型 评估种类 评价类型 评估类别 KindOfEvaluation', kinds),
    wholeDayField('evalDay', '评估日期 评估日 评价日期 评审日期 EvaluatedOn HeldOn'),
    wordsField('evaluator', '评估机构或人员 评估机构 评估人 评审机构 评估单位 Evaluator'),
    field('evalScores', '评分 各项评分 得分 指标评分 Scores', (cell) => scoresIn(rawText(cell))),
    wordField('evalOutcome', '结论 评估结论 申请前结论 Outcome', outcomes),
    wordField('evalReason', '不申请原因 不申请理由 原因 Reason', reasons),
    textField('evalWords', '评估意见 意见 说明 评语 Opinion Words'),
    moneyField('evalValueFen', '评估值 评估价值 评估金额 Value'),
    wordsField('evalFile', '评估报告文件名 报告文件名 评估报告 附件 Report File'),
  ],
}

/** `新颖性 4、市场前景 3`: each a criterion and its points. */
export function scoresIn(raw: string): Parsed<readonly ScorePart[]> {
  if (saysNothing(raw)) return parsed([])
  // A blank parts them as well, where a figure stands before it and a word behind.
  const parts = raw
    .split(/[、，,;；\n\r]+|(?<=\d分?)\s+(?=\p{L})/u)
    .filter((part) => part.trim() !== '')
  const found = parts.flatMap((part) => {
    const [, name, points] = /^(.*?[^\d\s:：])[\s:：]*([0-5])分?$/.exec(plainText(part)) ?? []
    return name === undefined ? [] : [{ name: name.trim(), points: Number(points) }]
  })
  return found.length < parts.length ? parsed([], 'scores_unreadable') : parsed(found)
}
