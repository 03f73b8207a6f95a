import { ruleOf } from '@yizhuan/docket'
import { useState } from 'react'
import { address } from '../../../api/client.ts'
import { Button } from '../../../ui/Button.tsx'
import { sizeText } from '../../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Nothing, Panel } from '../../../ui/Page.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import { attachFiles, type DocketWire, useRereadRight, withdrawFile } from './docket.api.ts'

type Attached = DocketWire['files'][number]

/** The papers of a right and of its events: notices, replies, certificates, receipts. */
export function Files(props: { id: string; docket: DocketWire; mayWrite: boolean }) {
  const { t, say } = useLanguage()
  const { id, docket, mayWrite } = props
  const [isOpen, setOpen] = useState(false)
  const [leaving, leave] = useState<Attached>()
  const reread = useRereadRight(id)
  const eventOf = ({ eventId }: Attached) => docket.events.find((one) => one.id === eventId)
  return (
    <Panel
      title={t('docket.files')}
      extra={
        mayWrite && (
          <Button small onClick={() => setOpen(true)}>
            {t('docket.attach')}
          </Button>
        )
      }
    >
      {docket.files.length === 0 ? (
        <Nothing text={t('docket.noFiles')} hint={t('docket.noFilesHint')} />
      ) : (
        <ul className="rows">
          {docket.files.map((file) => {
            const event = eventOf(file)
            return (
              <li key={file.id}>
                <span>
                  <FileLink file={file} />{' '}
                  {event && (
                    <span className="chip">
                      {say(ruleOf(event.kind).words)} {event.on}
                    </span>
                  )}{' '}
                  <small className="muted">
                    {file.addedName} · {file.addedOn}
                  </small>
                </span>
                {mayWrite && (
                  <Button small kind="quiet" onClick={() => leave(file)}>
                    {t('docket.withdrawFile')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {isOpen && <Attach id={id} event={null} onClose={() => setOpen(false)} />}
      {leaving && (
        <SmallForm
          title={`${t('docket.withdrawFile')} · ${leaving.name}`}
          lead={t('docket.withdrawFileHint')}
          asked={[{ name: 'reason', label: t('docket.reason'), as: 'text', isRequired: true }]}
          act={t('docket.withdrawFile')}
          isDanger
          onSend={({ reason }) => withdrawFile(id, leaving.id, String(reason ?? ''))}
          onDone={reread}
          onClose={() => leave(undefined)}
        />
      )}
    </Panel>
  )
}

/** A stored file to be opened. */
export function FileLink({ file }: { file: Pick<Attached, 'sha256' | 'name' | 'size'> }) {
  return (
    <a href={address(`/files/${file.sha256}`)}>
      {file.name} <small className="muted">{sizeText(file.size)}</small>
    </a>
  )
}

/** Attaches papers to a right, or to one of its events. */
export function Attach(props: { id: string; event: string | null; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, event, onClose } = props
  const reread = useRereadRight(id)
  return (
    <SmallForm
      title={t('docket.attach')}
      asked={[]}
      withFiles
      act={t('docket.attach')}
      onSend={({ files }) =>
        attachFiles(id, {
          ...(event !== null && { event }),
          // As FilesField gives them.
          files: files as { sha256: string; name: string; size: number }[],
        })
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}
