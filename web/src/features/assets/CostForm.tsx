import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AssetWire, type NewCostWire, recordCost, useRereadAssets } from './asset.api.ts'

const asked = [
  ...['spentOn', 'kind', 'amountFen', 'voucherFen', 'funding', 'voucher', 'words', 'files'],
]

/** Records what was spent on an achievement. */
export function CostForm({ asset, onClose }: { asset: AssetWire; onClose: () => void }) {
  const { t, say, named } = useLanguage()
  const reread = useRereadAssets()
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({
    funding: asset.fundingKind ?? '',
  })
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const field = (
    name: 'spentOn' | 'kind' | 'amountFen' | 'voucherFen' | 'funding' | 'voucher' | 'words',
  ) => ({
    label: t(`assets.fields.${name}`),
    name,
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong.at(name),
  })
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const { spentOn = '', kind = '', amountFen = '', funding = '', voucher = '', words } = draft
    const whole = draft['voucherFen']?.trim()
    try {
      await recordCost(asset.id, {
        ...{ spentOn, kind, voucher },
        amountFen: fenText(amountFen) ?? amountFen,
        funding: funding as NewCostWire['funding'],
        voucherFen: whole ? (fenText(whole) ?? whole) : null,
        words: words?.trim() || null,
        files: [...files],
      })
      await reread(asset.id)
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('assets.addCost')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField {...field('voucher')} isRequired maxLength={100} width="medium" />
        <DayField {...field('spentOn')} hint={t('assets.spentOnHint')} isRequired />
        <MoneyField {...field('amountFen')} isRequired />
        <MoneyField {...field('voucherFen')} hint={t('assets.voucherFenHint')} />
        <ChoiceField
          {...field('kind')}
          isRequired
          isFolded
          choices={asset.kinds.map(({ code, label }) => ({ value: code, label: say(label) }))}
        />
        <ChoiceField
          {...field('funding')}
          isRequired
          choices={(['public', 'enterprise', 'own'] as const).map((value) => ({
            value,
            label: named('assets.funding', value),
          }))}
        />
        <TextField {...field('words')} maxLength={1000} />
        <FilesField
          error={wrong.at('files')}
          label={t('assets.documents')}
          files={files}
          onChange={setFiles}
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('assets.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
