import { z } from 'zod'
import { institutionName } from '../../platform/export.ts'
import { factsBlock, headingBlock, listPaper, rowsBlock } from '../../platform/list-paper.ts'
import { type PrintableList, refuseTooLong } from '../../platform/printable.ts'
import { idText } from '../../platform/text.ts'
import { workloadLists } from '../policies/index.ts'
import { entryColumns } from './project.csv.ts'
import { entriesOf, type StoredEntry } from './project.queries.ts'
import { toProjectProblem } from './project.refusals.ts'
import { projectFor } from './project.view.ts'

const FilterWire = z.object({ project: idText() })

/** Long signs by which programs know an entry; the paper's own mark stands for all of them. */
const forPrograms = ['记录编号', '指纹']

/** The ledger of work of a project on paper: who did what, and whether they said so themselves. */
export const entryPaper: PrintableList<z.output<typeof FilterWire>> = {
  path: '/project-entries',
  tag: 'project-entries',
  access: 'signedIn',
  filter: FilterWire,
  name: { zh: '工作量证明', en: 'Proof of work' },
  composed: async (tx, caller, { project: id }, clock) => {
    const project = await projectFor(tx, caller, id)
    if (!project) throw toProjectProblem({ code: 'no-such-project', facts: {} })
    const [entries, institution] = await Promise.all([
      entriesOf(tx, caller.institution, [id]),
      institutionName(tx, caller.institution),
    ])
    refuseTooLong(entries.length)
    const paper = listPaper({
      ...{ id: 'project-entries', title: '工作量台账', institution, isWide: true },
      ...{ by: caller.name, today: clock.today(), filter: { project: project.number } },
      words: { project: { name: { zh: '项目', en: 'Project' } } },
      facts: [
        ['项目名称', project.title],
        ['负责人', project.leader],
        ['起止', `${project.fromDay ?? '—'} 至 ${project.toDay ?? '—'}`],
      ],
      blocks: [
        headingBlock('汇总'),
        factsBlock(countsOf(entries)),
        headingBlock('明细'),
        rowsBlock(
          entryColumns('zh').filter(({ heading }) => !forPrograms.includes(heading)),
          entries,
        ),
      ],
      signs: ['项目负责人', '科研管理部门', '成果转化部门'],
    })
    return { paper, rows: entries.length }
  },
}

/** How many stand, about how many people and of which kinds; what was corrected is told apart. */
function countsOf(entries: readonly StoredEntry[]): (readonly [string, string])[] {
  const standing = entries.filter(({ correctedBy }) => correctedBy === null)
  const people = new Set(standing.map(({ personName }) => personName)).size
  const kinds = workloadLists().entries.flatMap(({ code, label }) => {
    const count = standing.filter(({ kind }) => kind === code).length
    return count === 0 ? [] : [`${label.zh} ${count} 条`]
  })
  const answered = (answer: string | null) =>
    standing.filter((entry) => entry.answer === answer).length
  return [
    ['记录', `${standing.length} 条（另有已更正 ${entries.length - standing.length} 条）`],
    ['人员', `${people} 人`],
    ['事项', kinds.join('；') || '—'],
    [
      '本人意见',
      `已确认 ${answered('confirmed')} 条；有异议 ${answered('disputed')} 条；未表示 ${answered(null)} 条`,
    ],
  ]
}
