import { type CaseState, collectsForOthers, partsByTitle } from '@yizhuan/procedures'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, Money, typedYuan } from '../../../ui/Money.tsx'
import type { FormSide } from './FieldInput.tsx'
import type { Values } from './filled.ts'

/** What of a receipt is other holders' by the shares of the title, beside what is typed. */
export function OthersParts(props: { state: CaseState; values: Values; form: FormSide }) {
  const { t } = useLanguage()
  const { state, values, form } = props
  const amount = fenText(String(values['amount'] ?? ''))
  const parts = amount === undefined ? [] : partsOf(state, values, BigInt(amount))
  if (parts.length === 0) return null
  const typed = (values['forOthers'] ?? []) as readonly Values[]
  const isTyped = parts.every((part) =>
    typed.some(
      ({ holder, amount: told }) =>
        holder === part.holder && fenText(String(told ?? '')) === part.amount,
    ),
  )
  return (
    <div className="balance" role="status">
      <dl className="told">
        {parts.map(({ holder, amount: fen }) => (
          <div key={holder} className="told">
            <dt>
              {t('coOwners.byTitle')} {holder}
            </dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
      {isTyped ? (
        <p>✓ {t('coOwners.asByTitle')}</p>
      ) : (
        <Button
          small
          onClick={() =>
            form.change(
              ['forOthers'],
              parts.map(({ holder, amount: fen }) => ({ holder, amount: typedYuan(fen) })),
            )
          }
        >
          {t('coOwners.take')}
        </Button>
      )}
    </div>
  )
}

/** Whose income comes in here is the one holder that is not typed among the others. */
function partsOf(state: CaseState, values: Values, amount: bigint) {
  if (!collectsForOthers(state)) return []
  const others = ((values['forOthers'] ?? []) as readonly Values[]).map(({ holder }) => holder)
  const own = (state.title?.data.holders ?? []).filter(({ name }) => !others.includes(name))
  return own.length === 1 ? partsByTitle(state, own[0]?.name ?? '', amount) : []
}
