import { dayInChina, type Refusal } from '@yizhuan/kit'
import { type TableName, tableLabels } from '@yizhuan/ledger'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { ConfirmRefusals } from './confirm.commands.ts'

/** What a person reads for every no of an import. */
export function toProblem(refusal: Refusal<ConfirmRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-import':
      return notFound({ zh: '没有这次导入。', en: 'There is no such import.' })
    case 'import-settled': {
      const { state, by, at } = refusal.facts
      const day = dayInChina(at)
      const changed = [{ state, by, at }]
      if (state === 'discarded') {
        const detail = {
          zh: `这次导入已由 ${by} 于 ${day} 放弃。`,
          en: `${by} discarded this import on ${day}.`,
        }
        return conflict('import-discarded', detail, { changed })
      }
      if (state === 'undone') {
        const detail = {
          zh: `这次导入已由 ${by} 于 ${day} 撤销。`,
          en: `${by} took this import back on ${day}.`,
        }
        return conflict('import-undone', detail, { changed })
      }
      const detail = {
        zh: `这次导入已由 ${by} 于 ${day} 确认，未再写入任何内容。`,
        en: `${by} confirmed this import on ${day}; nothing more was written.`,
      }
      return conflict('import-confirmed', detail, { changed })
    }
    case 'import-changed':
      return conflict(
        'import-changed',
        {
          zh: '您打开之后，他人已对这次导入作了处理。请重新核对后再提交。',
          en: 'Somebody else worked on this import after you opened it. Look at it again first.',
        },
        { facts: { version: Number(refusal.facts.version) } },
      )
    case 'import-not-yours': {
      const names = refusal.facts.tables.split(' ').map((table) => tableLabels[table as TableName])
      return forbidden({
        zh: `您不能导入：${names.map(({ zh }) => zh).join('、')}。请由负责该登记簿的人员上传。`,
        en: `You may not import ${names.map(({ en }) => en).join(', ')}. Have somebody upload it who keeps that register.`,
      })
    }
    case 'rows-changed': {
      const { rows, expected } = refusal.facts
      return conflict(
        'rows-changed',
        {
          zh: `台账在此期间有变化：现在将写入 ${rows} 行，而不是 ${expected} 行。请重新核对。`,
          en: `The registers changed meanwhile: ${rows} rows would be written, not ${expected}. Look at them again.`,
        },
        { facts: { rows: Number(rows), expected: Number(expected) } },
      )
    }
  }
}

/** The public pages of imports. */
export const problems: ProblemPages = {
  'import-confirmed': {
    status: 409,
    title: { zh: '导入已确认', en: 'The import is confirmed' },
    meaning: {
      zh: '这份台账的预览已由他人确认写入；一次导入只写入一次。',
      en: 'Somebody else confirmed this import; an import is written once.',
    },
    todo: {
      zh: '查看结果；如台账还有新内容，请重新上传。',
      en: 'Look at what was written; upload the ledger again if it has more.',
    },
  },
  'import-discarded': {
    status: 409,
    title: { zh: '导入已放弃', en: 'The import was discarded' },
    meaning: {
      zh: '这次导入的预览已被放弃，没有写入任何内容。',
      en: 'The draft of this import was thrown away; nothing was written.',
    },
    todo: { zh: '需要导入时请重新上传文件。', en: 'Upload the file again to import it.' },
  },
  'import-changed': {
    status: 409,
    title: { zh: '预览已更新', en: 'The preview has changed' },
    meaning: {
      zh: '您打开预览之后，他人更正或取舍了其中的内容。',
      en: 'After you opened the preview somebody else corrected or decided something in it.',
    },
    todo: { zh: '重新打开预览，核对后再提交。', en: 'Open the preview again and check it first.' },
  },
  'rows-changed': {
    status: 409,
    title: { zh: '将写入的行数有变化', en: 'The number of rows has changed' },
    meaning: {
      zh: '您核对之后，登记簿已有变化，现在会写入的行与您看到的不同；因此没有写入。',
      en: 'The registers changed after you looked, so other rows would be written; none were.',
    },
    todo: { zh: '重新打开预览，核对后再确认。', en: 'Open the preview again, then confirm.' },
  },
}
