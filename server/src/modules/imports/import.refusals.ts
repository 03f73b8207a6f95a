import type { Refusal } from '@yizhuan/kit'
import { conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { ConfirmRefusals } from './confirm.commands.ts'

/** What a person reads for every no of an import. */
export function toProblem(refusal: Refusal<ConfirmRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-import':
      return notFound({ zh: '没有这次导入。', en: 'There is no such import.' })
    case 'import-settled': {
      const { state, by, at } = refusal.facts
      const [day] = at.split('T')
      return conflict(
        `import-${state}`,
        state === 'confirmed'
          ? {
              zh: `这次导入已由 ${by} 于 ${day} 确认，未再写入任何内容。`,
              en: `${by} confirmed this import on ${day}; nothing more was written.`,
            }
          : {
              zh: `这次导入已由 ${by} 于 ${day} 放弃。`,
              en: `${by} discarded this import on ${day}.`,
            },
        { changed: [{ state, by, at }] },
      )
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
