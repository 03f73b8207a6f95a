import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'
import { toProblem } from './import.refusals.ts'
import type { UndoRefusals } from './undo.commands.ts'

/** What a person reads for every no of taking an import back. */
export function toUndoProblem(refusal: Refusal<UndoRefusals>): Problem {
  switch (refusal.code) {
    case 'import-not-written':
      return conflict('import-not-written', {
        zh: '这次导入没有写入任何内容，无须撤销。',
        en: 'This import wrote nothing, so there is nothing to take back.',
      })
    case 'import-in-use': {
      const { count, hindrances } = refusal.facts
      return conflict(
        'import-in-use',
        {
          zh: `有 ${count} 条记录在导入之后已被更改或引用，不能整批撤销；没有撤销任何内容。请先处理这些记录，或逐条更正。`,
          en: `${count} records were changed or used since the import, so it cannot be taken back as one; nothing was. Settle these records first, or correct them one by one.`,
        },
        { facts: { count: Number(count) }, changed: JSON.parse(hindrances) as readonly unknown[] },
      )
    }
    case 'records-changed': {
      const { records, expected } = refusal.facts
      return conflict(
        'undo-changed',
        {
          zh: `现在将撤销 ${records} 条记录，而不是您看到的 ${expected} 条。请重新核对。`,
          en: `${records} records would be taken back now, not the ${expected} you saw. Look again.`,
        },
        { facts: { records: Number(records), expected: Number(expected) } },
      )
    }
    default:
      return toProblem(refusal)
  }
}

/** The public pages of these codes. */
export const undoProblems: ProblemPages = {
  'import-not-written': {
    status: 409,
    title: { zh: '导入尚未写入', en: 'The import wrote nothing' },
    meaning: {
      zh: '只有已写入登记簿的导入才能撤销；这一次仍是预览，或已放弃。',
      en: 'Only an import that was written can be taken back; this one is a draft, or was discarded.',
    },
    todo: {
      zh: '预览可以放弃；已放弃的无须再做什么。',
      en: 'Discard the draft; there is nothing to do about one that was discarded.',
    },
  },
  'import-undone': {
    status: 409,
    title: { zh: '导入已撤销', en: 'The import was taken back' },
    meaning: {
      zh: '这次导入已整批撤销，写入的记录已退出登记簿，每条记录的变更历史保留。',
      en: 'This import was taken back: its records left the registers, and their histories were kept.',
    },
    todo: {
      zh: '需要时重新上传文件，可以再次导入。',
      en: 'Upload the file again to import it once more.',
    },
  },
  'import-in-use': {
    status: 409,
    title: { zh: '导入的记录已被使用', en: 'The import is in use' },
    meaning: {
      zh: '导入之后，有人更改了其中的记录，或有事项、合同、到账、评论等引用了它们；整批撤销会使这些内容失去依据。',
      en: 'Since the import somebody changed one of its records, or a matter, a contract, a receipt or a comment refers to it; they would lose what they rest on.',
    },
    todo: {
      zh: '查看所列记录：能解除引用的先解除，其余的逐条更正。',
      en: 'Look at the records named: undo what refers to them, or correct them one by one.',
    },
  },
  'undo-changed': {
    status: 409,
    title: { zh: '将撤销的记录数有变化', en: 'The number of records has changed' },
    meaning: {
      zh: '您核对之后情况有变，将撤销的记录与您看到的不同；因此没有撤销。',
      en: 'Things changed after you looked, so other records would be taken back; none were.',
    },
    todo: { zh: '重新打开撤销，核对后再确认。', en: 'Open it again, look, and confirm.' },
  },
}
