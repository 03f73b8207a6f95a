import type { Role } from '../../platform/access.ts'
import type { Chance } from './chance.ts'

/** Somebody of the demonstration. Nobody here exists; names are drawn character by character. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly department: string
}

const surnames = [...'林周陈黄梁何罗郑谢许邓冯曾彭苏卢蔡丁潘叶']
const given = [...'安博晨丹恩帆歌浩佳凯澜敏宁启然舒婷薇晓雅宇泽知源']

/** Departments of a hospital, as they stand on a badge. */
export const departments = [
  '心血管内科',
  '骨科',
  '肿瘤科',
  '检验科',
  '药学部',
  '影像科',
  '康复医学科',
  '口腔科',
  '眼科',
  '护理部',
] as const

/** Draws people with names that differ. */
export function people(dice: Chance, count: number): Person[] {
  const names = new Set<string>()
  while (names.size < count) {
    names.add(`${dice.pick(surnames)}${dice.pick(given)}${dice.pick(given)}`)
  }
  return [...names].map((name) => ({ id: dice.id(), name, department: dice.pick(departments) }))
}

/** The offices a demonstration hospital has, one account each. */
export const offices: readonly { readonly login: string; readonly roles: readonly Role[] }[] = [
  { login: 'admin', roles: ['admin'] },
  { login: 'officer', roles: ['tto_negotiator'] },
  { login: 'reviewer', roles: ['tto_reviewer', 'policy_officer'] },
  { login: 'inventor', roles: ['inventor', 'team_rep'] },
  { login: 'finance', roles: ['finance'] },
  { login: 'leaders', roles: ['leaders'] },
  { login: 'legal', roles: ['legal', 'policy_officer'] },
  { login: 'discipline', roles: ['discipline'] },
  { login: 'auditor', roles: ['auditor'] },
]
