import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CasePageWire } from '@yizhuan/server/wire/cases/case'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

const tasks = ['title', 'negotiation', 'registration', 'signing'] as const

/** The form in which a letter of delegation is entered. */
export function Delegate({ onClose }: { onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [task, setTask] = useState('')
  const [delegate, setDelegate] = useState('')
  const [to, setTo] = useState('company')
  const [caseId, setCase] = useState('')
  const [letterNumber, setNumber] = useState('')
  const cases = useQuery({
    queryKey: ['cases', 'to-delegate'],
    queryFn: () => read<CasePageWire>('/cases?status=open&limit=100'),
  })
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () =>
      write('POST', '/delegations', {
        task,
        delegate: delegate.trim(),
        isCompany: to === 'company',
        caseId: caseId || null,
        letterNumber: letterNumber.trim(),
        letter: files[0],
        from,
        until: until || null,
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['delegations'] })
      onClose()
    },
  })
  const isWhole =
    task && delegate.trim() && letterNumber.trim() && files.length === 1 && from && reason.trim()
  const text = (name: string, value: string, onChange: (value: string) => void) => (
    <TextField
      label={named('delegations', name)}
      name={name}
      maxLength={name === 'letterNumber' ? 100 : 200}
      value={value}
      isRequired
      onChange={onChange}
    />
  )
  return (
    <Dialog title={t('delegations.enter')} onClose={onClose}>
      <ChoiceField
        label={t('delegations.which')}
        name="task"
        value={task}
        choices={tasks.map((value) => ({ value, label: named('delegations.task', value) }))}
        isRequired
        onChange={setTask}
      />
      <ChoiceField
        label={t('delegations.to')}
        name="to"
        value={to}
        choices={(['company', 'person'] as const).map((value) => ({
          value,
          label: named('delegations.toWhom', value),
        }))}
        isRequired
        onChange={setTo}
      />
      {text('delegate', delegate, setDelegate)}
      <div className="field">
        <label htmlFor="delegated-case">{t('delegations.forCase')}</label>
        <select
          id="delegated-case"
          className="input"
          name="caseId"
          value={caseId}
          onChange={({ target }) => setCase(target.value)}
        >
          <option value="">{t('delegations.allCases')}</option>
          {cases.data?.items.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {number} {title}
            </option>
          ))}
        </select>
      </div>
      {text('letterNumber', letterNumber, setNumber)}
      <FilesField
        label={t('delegations.letter')}
        isRequired
        files={files}
        onChange={(change) => setFiles(change(files).slice(-1))}
      />
      <DayField
        label={t('delegations.from')}
        name="from"
        value={from}
        isRequired
        onChange={setFrom}
      />
      <DayField
        label={t('delegations.until')}
        name="until"
        value={until}
        min={from}
        onChange={setUntil}
      />
      <LongTextField
        label={t('delegations.reason')}
        name="reason"
        rows={1}
        maxLength={500}
        value={reason}
        isRequired
        onChange={setReason}
      />
      <ProblemAlert error={send.error} />
      <div className="actions">
        <Button
          kind="primary"
          busy={send.isPending}
          disabled={!isWhole}
          onClick={() => send.mutate()}
        >
          {t('delegations.enter')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </Dialog>
  )
}
