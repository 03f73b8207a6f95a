import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { casePapersQuery, makePaper, type PaperNow } from './paper.api.ts'

/** The papers that go with an act: one click makes each and puts it among the act's files. */
export function PapersForAct(props: {
  caseId: string
  act: string
  onAttach: (file: StoredFile) => void
  /** The act as its form is filled in; undefined while something is left open. */
  filled: () => { data: Record<string, unknown>; on?: string } | undefined
}) {
  const { t, say } = useLanguage()
  const { caseId, act, onAttach, filled } = props
  const client = useQueryClient()
  const { data } = useQuery(casePapersQuery(caseId))
  const make = useMutation({
    // A template of the institution's own makes no PDF.
    mutationFn: ({ id, ownTemplate }: PaperNow) => {
      const draft = filled()
      const format = ownTemplate === undefined ? 'pdf' : 'docx'
      return makePaper(caseId, id, format, draft && { type: act, ...draft })
    },
    onSuccess: ({ file }) => {
      onAttach(file)
      void client.invalidateQueries({ queryKey: ['papers', caseId] })
    },
  })
  const papers = data?.now.filter((paper) => paper.isNext && paper.act === act) ?? []
  if (papers.length === 0) return null
  return (
    <div className="field papers-for-act">
      <span className="hint">{t('papers.forAct')}</span>
      <div className="actions">
        {papers.map((paper) => (
          <Button
            key={paper.id}
            small
            busy={make.isPending && make.variables.id === paper.id}
            onClick={() => make.mutate(paper)}
          >
            ＋ {say(paper.title)}
          </Button>
        ))}
      </div>
      <ProblemAlert error={make.error} />
    </div>
  )
}
