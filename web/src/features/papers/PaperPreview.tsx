import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Missing } from './Missing.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { type Format, makePaper, paperQuery } from './paper.api.ts'

/** How a paper will read, what it still lacks, and the two ways to have it. */
export function PaperPreview(props: {
  caseId: string
  paper: string
  title: string
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { caseId, paper } = props
  const client = useQueryClient()
  const query = useQuery(paperQuery(caseId, paper))
  const make = useMutation({
    mutationFn: (format: Format) => makePaper(caseId, paper, format),
    onSuccess: ({ file }) => {
      void client.invalidateQueries({ queryKey: ['papers', caseId] })
      window.open(address(`/files/${file.sha256}`), '_blank', 'noopener')
    },
  })
  return (
    <Dialog title={props.title} onClose={props.onClose} className="paper-dialog">
      <Loaded query={query}>
        {(one) => (
          <>
            <Missing missing={one.missing} />
            {one.ownTemplate !== undefined && (
              <Callout tone="due" title={t('papers.ownTemplate', { version: one.ownTemplate })}>
                {t('papers.onlyDocx')}
              </Callout>
            )}
            <div className="actions">
              <Button
                kind="primary"
                disabled={one.ownTemplate !== undefined}
                busy={make.isPending && make.variables === 'pdf'}
                onClick={() => make.mutate('pdf')}
              >
                {t('papers.makePdf')}
              </Button>
              <Button
                busy={make.isPending && make.variables === 'docx'}
                onClick={() => make.mutate('docx')}
              >
                {t('papers.makeDocx')}
              </Button>
            </div>
            <ProblemAlert error={make.error} />
            <PaperSheet paper={one} />
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
