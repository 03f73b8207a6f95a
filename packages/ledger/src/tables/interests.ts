import { type Field, field, nameField, rawText, unkept, wordField } from '../field.ts'
import { compareDays } from '../ledger-day.ts'
import { parseCreditCode } from '../numbers.ts'
import type { Table } from '../table.ts'
import { tightText } from '../text.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { staffNo, untold, wholeDayField, wordsField } from './people.ts'

// What ties people to enterprises decides who stands back from a deal: a word that is not known keeps its row out.

const ties: Vocabulary<
  | 'none'
  | 'shareholding'
  | 'control'
  | 'director'
  | 'supervisor'
  | 'executive'
  | 'employment'
  | 'other'
> = {
  rules: [
    [/^(无关联|没有关联|无利益关联|none|nothing)$/, 'none'],
    [/^(持股|股东|shares|shareholding)$/, 'shareholding'],
    [/^(实际控制|实际控制人|control)$/, 'control'],
    [/^(担任董事|董事|director)$/, 'director'],
    [/^(担任监事|监事|supervisor)$/, 'supervisor'],
    [/^(担任高级管理人员|高级管理人员|高管|seniormanager|executive)$/, 'executive'],
    [/^(兼职、受聘或领取报酬|兼职|受聘|领取报酬|part-?time|employment)$/, 'employment'],
    [/^(其他利益关系|其他|其它|other)$/, 'other'],
  ],
  first: true,
  unknown: 'word_unknown',
}

const relations: Vocabulary<'self' | 'spouse' | 'parent' | 'child' | 'sibling' | 'relative'> = {
  rules: [
    [/^(本人|self|oneself)$/, 'self'],
    [/^(配偶|spouse)$/, 'spouse'],
    [/^(父母|父亲|母亲|parents?)$/, 'parent'],
    [/^(子女及其配偶|子女|child|children)$/, 'child'],
    [/^(兄弟姐妹|sibling)$/, 'sibling'],
    [/^(其他近亲属|近亲属|relative)$/, 'relative'],
  ],
  first: true,
  unknown: 'word_unknown',
}

/** 无 says something here: that the person declares to have none. */
const word = wordField('tie', '关联类型 利益关系 关联关系 关系类型 申报事项 Tie KindOfTie', ties)
const tie: Field = {
  ...word,
  read: (cell, place) =>
    tightText(rawText(cell)) === '无' ? { tie: 'none' } : (word.read?.(cell, place) ?? {}),
}

/** Nobody declares on a day that has not come. */
const day = wholeDayField('declaredOn', '申报日期 申报日 填报日期 申报时间 DeclaredOn Declared')
const declaredOn: Field = {
  ...day,
  read(cell, place) {
    const values = day.read?.(cell, place) ?? {}
    const on = values['declaredOn']
    if (typeof on === 'string' && compareDays(on, place.asOf) > 0) place.report('date_in_future')
    return values
  },
}

/** 利益关联申报: one tie a row; the rows of one person and day are one declaration, which is whole. */
export const interests: Table = {
  name: 'interests',
  entity: 'interest',
  core: [['staffNo'], ['tie'], ['declaredOn']],
  required: ['staffNo', 'declaredOn', 'tie'],
  names: 'personName',
  number: 'staffNo',
  isPersonal: true,
  fields: [
    unkept('seq', '序号 行号 No'),
    staffNo,
    nameField('personName', '姓名 申报人 职工姓名 人员姓名 Name'),
    declaredOn,
    tie,
    wordField('tieThrough', '关系人 与本人关系 亲属关系 通过何人 Through Relation', relations),
    wordsField('tieHolder', '亲属姓名 关系人姓名 持有人姓名 RelativeName'),
    wordsField('tieEnterprise', '企业名称 关联企业 单位名称 公司名称 Enterprise Company'),
    field('tieUscc', '统一社会信用代码 信用代码 企业信用代码 CreditCode', parseCreditCode),
    wordsField('tieDetail', '说明 持股比例 具体情况 备注 Detail Details'),
    ...untold,
  ],
}
