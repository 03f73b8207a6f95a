import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, notFound, Problem } from '../../platform/problem.ts'

/** Why an archive is not ordered, decided on or handed over. */
export interface ArchiveRefusals {
  'no-such-archive': Record<string, never>
  'archive-under-way': Record<string, never>
  'archive-decided': Record<string, never>
  'archive-own-order': Record<string, never>
  'archive-not-ready': Record<string, never>
}

/** What a person reads for every no. */
export function toProblem({ code }: Refusal<ArchiveRefusals>): Problem {
  switch (code) {
    case 'no-such-archive':
      return notFound({ zh: '没有这份归档。', en: 'There is no such archive.' })
    case 'archive-under-way':
      return conflict('archive-under-way', {
        zh: '已有一份归档在审批或生成中，请先办完那一份。',
        en: 'An archive waits for its decision or is being made: finish that one first.',
      })
    case 'archive-decided':
      return conflict('archive-decided', {
        zh: '这份归档已经审批，未再作任何更改。',
        en: 'This archive was decided on already; nothing was changed.',
      })
    case 'archive-own-order':
      return new Problem(
        403,
        'archive-own-order',
        { zh: '不能审批自己的申请', en: 'Nobody decides on their own order' },
        {
          zh: '归档含本单位全部数据，须由申请人以外的管理员、领导或纪检人员审批。',
          en: 'An archive holds everything of the institution: an administrator, a leader or a discipline officer other than whoever ordered it decides.',
        },
      )
    case 'archive-not-ready':
      return conflict('archive-not-ready', {
        zh: '归档文件尚未生成或已过期。过期后请重新申请。',
        en: 'The file is not there yet, or has expired. Order a new archive once it has.',
      })
  }
}

const words = (zh: string, en: string) => ({ zh, en })

/** The public pages of these codes. */
export const archiveProblems: ProblemPages = {
  'archive-under-way': {
    status: 409,
    title: words('已有归档在办理', 'An archive is under way'),
    meaning: words(
      '同一时间只办理一份归档；没有写入任何内容。',
      'One archive is handled at a time; nothing was written.',
    ),
    todo: words('等待其生成完毕，或先审批。', 'Wait until it is made, or decide on it first.'),
  },
  'archive-decided': {
    status: 409,
    title: words('归档已经审批', 'The archive was decided on'),
    meaning: words('一份申请只审批一次。', 'An order is decided on once.'),
    todo: words('查看归档列表中的结果。', 'Look at the outcome in the list of archives.'),
  },
  'archive-own-order': {
    status: 403,
    title: words('不能审批自己的申请', 'Nobody decides on their own order'),
    meaning: words(
      '归档含本单位全部数据，申请与审批须为两人。',
      'An archive holds everything of the institution: two people stand behind it.',
    ),
    todo: words(
      '请另一位管理员、领导或纪检人员审批。',
      'Ask another administrator, a leader or a discipline officer.',
    ),
  },
  'archive-not-ready': {
    status: 409,
    title: words('归档文件不可下载', 'The file of the archive is not there'),
    meaning: words(
      '文件尚未生成，或已过期删除。',
      'The file is not made yet, or it has expired and is gone.',
    ),
    todo: words('稍后再试，或重新申请。', 'Try later, or order a new one.'),
  },
}
