import { field, nameField, rawText, textField, unkept, wordField } from '../field.ts'
import { parseCode } from '../numbers.ts'
import type { Table } from '../table.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { scoresIn } from './evaluations.ts'
import { staffNo, untold, wordsField } from './people.ts'

// What becomes of a right is decided with these words in hand: one that is not known keeps its row out.

const wishes: Vocabulary<'keep' | 'licence' | 'transfer' | 'open_licence' | 'trust' | 'abandon'> = {
  rules: [
    [/^(保留|继续保留|维持|继续维持|keep)$/, 'keep'],
    [/^(开放许可|openlicen[cs]e)$/, 'open_licence'],
    [/^(许可|许可他人|实施许可|普通许可|licen[cs]e)$/, 'licence'],
    [/^(转让|出让|出售|卖出|卖掉|sell|sale|transfer|assignment)$/, 'transfer'],
    [/^(托管|委托托管|trust|trusteeship)$/, 'trust'],
    [/^(放弃|终止|不再维持|不再缴费|abandon|giveup)$/, 'abandon'],
  ],
  first: true,
  unknown: 'word_unknown',
}

/** 盘点自评: what one person says of one line of a stock-taking a row. */
export const stockAnswers: Table = {
  name: 'stockAnswers',
  entity: 'stockAnswer',
  core: [['stockName'], ['stockNumber'], ['stockWish']],
  required: ['stockName', 'stockNumber', 'answerer', 'stockWish', 'stockScores'],
  names: 'answerer',
  number: 'stockNumber',
  isPersonal: true,
  fields: [
    unkept('seq', '序号 行号 No'),
    wordsField('stockName', '盘点名称 盘点批次 盘点任务 盘点 StockTaking Campaign'),
    field(
      'stockNumber',
      '盘点编号 成果编号 专利号 申请号 登记号 编号 知识产权编号 对应成果编号 成果专利号 Number',
      parseCode,
    ),
    unkept('stockTitle', '名称 成果名称 专利名称 知识产权名称 Title'),
    staffNo,
    nameField('answerer', '填报人 自评人 发明人 完成人 姓名 答复人 Inventor AnsweredBy'),
    wordField(
      'stockWish',
      '处置意向 意向 建议去向 去向 处置建议 自评结论 Wish Disposition',
      wishes,
    ),
    textField('stockWords', '理由 说明 意见 处置理由 自评说明 Reasons Words'),
    field('stockScores', '自评得分 自评 各项自评 评分 得分 Scores', (cell) =>
      scoresIn(rawText(cell)),
    ),
    ...untold,
  ],
}
