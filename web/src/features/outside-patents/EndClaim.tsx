import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { claimOutcomes, endClaim, type FindingWire, useReread } from './finding.api.ts'

type Outcome = (typeof claimOutcomes)[number]

/** Says how a claim ended; where title is ours or shared, by which paper and who holds it. */
export function EndClaim({ of, onClose }: { of: FindingWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const [draft, setDraft] = useState({ outcome: '', on: '', basis: '' })
  const [holders, setHolders] = useState([
    { name: '', share: '' },
    { name: '', share: '' },
  ])
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const isShared = draft.outcome === 'shared'
  const send = useMutation({
    mutationFn: () =>
      endClaim(of.id, {
        ...{ outcome: draft.outcome as Outcome, on: draft.on, basis: draft.basis },
        holders: isShared ? holders.filter(({ name }) => name.trim() !== '') : [],
        files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
      }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['outcome', 'on', 'basis', 'holders', 'files'])
  const field = (name: keyof typeof draft) => ({
    ...{ name, value: draft[name], error: wrong.at(name), isRequired: true },
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  const put = (at: number, changes: Partial<(typeof holders)[number]>) =>
    setHolders(holders.map((one, place) => (place === at ? { ...one, ...changes } : one)))
  return (
    <Dialog title={t('outside.claim.end')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p className="hint">{t('outside.claim.endHint')}</p>
        <ChoiceField
          {...field('outcome')}
          label={t('outside.claim.outcome')}
          choices={claimOutcomes.map((value) => ({
            value,
            label: t(`outside.claim.outcomes.${value}`),
          }))}
        />
        <DayField {...field('on')} label={t('outside.claim.on')} />
        <LongTextField
          {...field('basis')}
          label={t('outside.claim.basis')}
          hint={t('outside.claim.basisHint')}
          maxLength={300}
        />
        {isShared && (
          <fieldset className="field">
            <legend>{t('outside.claim.holders')}</legend>
            {holders.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one form in their order
              <div key={at} className="item-line">
                <TextField
                  label={t('outside.claim.holder')}
                  value={one.name}
                  onChange={(name) => put(at, { name })}
                  maxLength={200}
                />
                <TextField
                  label={t('outside.claim.share')}
                  value={one.share}
                  onChange={(share) => put(at, { share })}
                  maxLength={20}
                />
              </div>
            ))}
            <div>
              <Button small onClick={() => setHolders([...holders, { name: '', share: '' }])}>
                {t('outside.claim.addHolder')}
              </Button>
            </div>
          </fieldset>
        )}
        <FilesField
          error={wrong.at('files')}
          label={t('outside.claim.papers')}
          files={files}
          onChange={(change) => setFiles(change)}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={send.isPending}
            disabled={Object.values(draft).some((value) => value.trim() === '')}
          >
            {t('outside.claim.end')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
