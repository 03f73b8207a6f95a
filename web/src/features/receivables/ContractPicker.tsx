import type { ContractLineWire, ContractPageWire } from '@yizhuan/server/wire/contracts/contract'
import { read, withQuery } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { RecordPicker } from '../../ui/RecordPicker.tsx'

export type PickedContract = Pick<ContractLineWire, 'id' | 'number' | 'title' | 'counterparty'>

const find = async (q: string) =>
  (await read<ContractPageWire>(withQuery('/contracts', { q, limit: 6 }))).items

/** Chooses the contract that money is of; of two that are chosen the later one counts. */
export function ContractPicker(props: {
  label: string
  isRequired?: boolean
  chosen: readonly PickedContract[]
  onChange: (chosen: readonly PickedContract[]) => void
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { onChange, ...rest } = props
  return (
    <RecordPicker
      {...rest}
      onChange={(chosen) => onChange(chosen.slice(-1))}
      findLabel={t('waiting.findContract')}
      name="contracts-of-money"
      find={find}
      text={({ number, title, counterparty }) =>
        [number, title, counterparty].filter(Boolean).join(' · ')
      }
    />
  )
}
