import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type BroughtWire, bringSamples, bringStandards } from './standard.api.ts'

/** Brings a library that another house took out, or the samples; all of it as proposals. */
export function Bring({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [isUnreadable, setUnreadable] = useState(false)
  const bring = useMutation({
    mutationFn: (body: BroughtWire | 'samples') =>
      body === 'samples' ? bringSamples() : bringStandards(body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract-standards'] }),
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    setUnreadable(false)
    try {
      bring.mutate(JSON.parse(await file.text()) as BroughtWire)
    } catch {
      setUnreadable(true)
    }
  }
  return (
    <Dialog title={t('contractTexts.bring')} onClose={onClose}>
      <p className="hint">{t('contractTexts.bringHint')}</p>
      <ProblemAlert error={bring.error} />
      {isUnreadable && <Callout tone="bad" title={t('contractTexts.unreadable')} />}
      {bring.data && <Callout tone="good" title={t('contractTexts.brought', { ...bring.data })} />}
      <label className="field">
        {t('contractTexts.bringFile')}
        <input
          type="file"
          accept="application/json,.json"
          className="input"
          onChange={({ target }) => void take(target.files?.[0])}
        />
      </label>
      <div className="actions">
        <Button busy={bring.isPending} onClick={() => bring.mutate('samples')}>
          {t('contractTexts.copySamples')}
        </Button>
        <Button onClick={onClose}>{t('general.close')}</Button>
      </div>
    </Dialog>
  )
}
