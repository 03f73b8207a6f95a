import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import type { RecordFilesWire, RecordFileWire } from '@yizhuan/server/wire/contracts/contract'
import { useState } from 'react'
import { address, read, write } from '../api/client.ts'
import type { StoredFile } from '../api/files.ts'
import { Button } from './Button.tsx'
import { FilesField, sizeText } from './fields/FilesField.tsx'
import { TextField } from './fields/TextFields.tsx'
import { useLanguage } from './language.ts'
import { Loaded, Nothing, Panel } from './Page.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

/** The evidence filed with a record: papers that show what its fields say. `path` is its address. */
export function RecordFiles({ path }: { path: string }) {
  const { t } = useLanguage()
  const key = `${path}/files`
  const query = useQuery({ queryKey: [key], queryFn: () => read<RecordFilesWire>(key) })
  const client = useQueryClient()
  const reread = async () => {
    await client.invalidateQueries({ queryKey: [key] })
    await client.invalidateQueries({ queryKey: [`${path}/history`] })
  }
  return (
    <Panel id="evidence" title={t('recordFiles.title')}>
      <Loaded query={query}>
        {({ items, mayFile }) => (
          <>
            {items.length === 0 ? (
              <Nothing text={t('recordFiles.none')} hint={mayFile && t('recordFiles.hint')} />
            ) : (
              <ul className="rows">
                {items.map((file) => (
                  <Row key={file.id} {...{ file, path, mayFile }} onChanged={reread} />
                ))}
              </ul>
            )}
            {mayFile && <FileMore path={path} onDone={reread} />}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Row(props: {
  file: RecordFileWire
  path: string
  mayFile: boolean
  onChanged: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { file, path, mayFile, onChanged } = props
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => write('POST', `${path}/files/${file.id}/take-off`, { reason }),
    onSuccess: () => {
      setOpen(false)
      return onChanged()
    },
  })
  const link = (
    <a href={address(`/files/${file.sha256}`)} target="_blank" rel="noreferrer">
      {file.name}
    </a>
  )
  return (
    <li>
      {file.takenOff ? <s>{link}</s> : link}{' '}
      <small className="muted">
        {sizeText(file.size)} · {file.addedBy} {timeInChina(file.addedAt)}
      </small>
      {file.note && <div>{file.note}</div>}
      {file.takenOff && (
        <div className="muted">
          {t('recordFiles.takenOffBy', {
            name: file.takenOff.by,
            at: timeInChina(file.takenOff.at),
            reason: file.takenOff.reason,
          })}
        </div>
      )}
      {mayFile && !file.takenOff && !isOpen && (
        <div>
          <Button kind="quiet" small onClick={() => setOpen(true)}>
            {t('recordFiles.takeOff')}
          </Button>
        </div>
      )}
      {isOpen && (
        <form
          className="form form-panel"
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate()
          }}
        >
          <TextField
            label={t('recordFiles.why')}
            name="reason"
            value={reason}
            onChange={setReason}
            isRequired
            maxLength={500}
          />
          <ProblemAlert error={send.error} />
          <div className="actions">
            <Button small onClick={() => setOpen(false)}>
              {t('general.cancel')}
            </Button>
            <Button
              kind="primary"
              small
              type="submit"
              busy={send.isPending}
              disabled={reason.trim() === ''}
            >
              {t('recordFiles.takeOff')}
            </Button>
          </div>
        </form>
      )}
    </li>
  )
}

function FileMore({ path, onDone }: { path: string; onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [note, setNote] = useState('')
  const send = useMutation({
    mutationFn: () =>
      write('POST', `${path}/files`, {
        files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
        note: note.trim() || null,
      }),
    onSuccess: () => {
      setFiles([])
      setNote('')
      return onDone()
    },
  })
  return (
    <form
      className="form form-panel"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <FilesField
        files={files}
        label={t('recordFiles.add')}
        withCamera
        onChange={(change) => setFiles(change)}
      />
      {files.length > 0 && (
        <>
          <TextField
            label={t('recordFiles.note')}
            name="note"
            value={note}
            onChange={setNote}
            maxLength={500}
          />
          <div>
            <Button kind="primary" type="submit" busy={send.isPending}>
              {t('recordFiles.file')}
            </Button>
          </div>
        </>
      )}
      <ProblemAlert error={send.error} />
    </form>
  )
}
