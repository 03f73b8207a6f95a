import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import {
  type ClauseKind,
  type ContractType,
  clauseKindWords,
  contractTypeWords,
  formWords,
  type Obligation,
  obligationWords,
  stateWords,
} from './standard.ts'
import type { StandardLineWire } from './standard.wire.ts'

/** The library as a sheet. */
export function standardColumns(lang: Lang): Column<StandardLineWire>[] {
  const { text, number } = columnsIn<StandardLineWire>(lang)
  const isKind = (code: string | null): code is ClauseKind => code !== null
  return [
    text('类别', 'Form', ({ form }) => formWords[form][lang]),
    text('名称', 'Name', ({ name }) => name),
    text('条款类型', 'Kind of clause', ({ kind }) =>
      isKind(kind) ? clauseKindWords[kind]?.[lang] : null,
    ),
    text('适用合同', 'Contracts', ({ types }) =>
      types
        .map((type) => contractTypeWords[type as ContractType]?.[lang] ?? type)
        .join(lang === 'zh' ? '、' : '; '),
    ),
    text('要求', 'Obligation', ({ obligation }) =>
      obligation === null ? null : obligationWords[obligation as Obligation]?.[lang],
    ),
    text('状态', 'State', ({ state }) => stateWords[state][lang]),
    number('使用版本', 'Version in use', ({ inUse }) => inUse),
    number('最新版本', 'Newest version', ({ newest }) => newest),
    text('待审批人', 'Proposed by', ({ open }) => open?.by),
  ]
}
