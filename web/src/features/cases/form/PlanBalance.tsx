import { Button } from '../../../ui/Button.tsx'
import { CiteText } from '../../../ui/CiteText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, Money, typedYuan } from '../../../ui/Money.tsx'
import type { MoneyBlock } from '../case.api.ts'
import type { Values } from './filled.ts'

/** Whether a plan that is being written comes out even, and keeps floor and cap: to the fen. */
export function PlanBalance(props: {
  values: Values
  money: MoneyBlock | undefined
  onRest: (institution: string) => void
}) {
  const { t, say } = useLanguage()
  const { values, money } = props
  if (money?.net === undefined) return null
  const lines = (values['lines'] ?? []) as readonly Values[]
  const people = sum(lines.map((line) => line['amount']))
  const tto = sum([values['toTto']])
  const left = BigInt(money.net) - people - tto - sum([values['toInstitution']])
  const [floor] = money.floors
  const [cap] = money.caps
  return (
    <div className="balance" role="status">
      <dl className="told">
        <dt>{t('cases.net')}</dt>
        <dd>
          <Money fen={money.net} />
        </dd>
        {floor && (
          <Bound
            label={say(floor.label)}
            cite={<CiteText cite={floor.cite} />}
            limit={floor.amount}
            room={people - BigInt(floor.amount)}
          />
        )}
        {cap && (
          <Bound
            label={say(cap.label)}
            cite={<CiteText cite={cap.cite} />}
            limit={cap.amount}
            room={BigInt(cap.amount) - tto}
          />
        )}
        <dt>{t('form.unassigned')}</dt>
        <dd className={left === 0n ? '' : 'lacking'}>
          {left === 0n ? '✓ ' : '× '}
          <Money fen={`${left}`} />{' '}
          {left !== 0n && BigInt(money.net) - people - tto >= 0n && (
            <Button
              small
              onClick={() => props.onRest(typedYuan(`${BigInt(money.net ?? 0) - people - tto}`))}
            >
              {t('form.restToInstitution')}
            </Button>
          )}
        </dd>
      </dl>
    </div>
  )
}

function Bound(props: { label: string; cite: React.ReactNode; limit: string; room: bigint }) {
  const { t } = useLanguage()
  const isKept = props.room >= 0n
  return (
    <>
      <dt>
        {props.label} {props.cite}
      </dt>
      <dd className={isKept ? '' : 'lacking'}>
        {isKept ? '✓ ' : '× '}
        <Money fen={props.limit} />{' '}
        <span className="muted">
          {isKept ? t('cases.room') : t('form.lacking')} <Money fen={`${abs(props.room)}`} />
        </span>
      </dd>
    </>
  )
}

function sum(typed: readonly unknown[]): bigint {
  return typed.reduce<bigint>((total, one) => total + BigInt(fenText(String(one ?? '')) ?? '0'), 0n)
}

function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
