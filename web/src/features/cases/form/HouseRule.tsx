import { useQuery } from '@tanstack/react-query'
import type { CaseState } from '@yizhuan/procedures'
import { houseRulesQuery } from '../../../api/house-rules.ts'
import { Button } from '../../../ui/Button.tsx'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Scroll } from '../../../ui/Scroll.tsx'
import type { MoneyBlock } from '../case.api.ts'
import type { FormSide } from './FieldInput.tsx'
import type { Values } from './filled.ts'
import { heldAgainst, type RuleLine } from './house-rule.ts'

/** What the rule of the house gives beside what is typed; whoever departs from it says why. */
export function HouseRule(props: {
  state: CaseState
  values: Values
  money: MoneyBlock | undefined
  /** The day of the plan. */
  on: string
  form: FormSide
}) {
  const { t } = useLanguage()
  const { values, form } = props
  const { data: rules } = useQuery(houseRulesQuery(props.on))
  const net = props.money?.net
  const held = rules && net ? heldAgainst(rules, props.state, BigInt(net), values) : undefined
  if (!held) return null
  const take = () => {
    for (const [name, value] of Object.entries(held.taken)) form.change([name], value)
  }
  return (
    <div className="balance" role="status">
      <h3>
        <a href="/distribution-rules">{held.title}</a>{' '}
        <span className="muted">{t('distributionRules.version', { version: held.version })}</span>
      </h3>
      <Lines lines={held.lines} />
      {held.moved.map(({ id, fen }) => (
        <p key={id} className="hint">
          {t('distributionRules.moved')} <Money fen={`${fen}`} />
        </p>
      ))}
      {held.isDeparting ? (
        <>
          <Button small onClick={take}>
            {t('distributionRules.take')}
          </Button>
          <LongTextField
            label={t('distributionRules.departure')}
            hint={t('distributionRules.departureHint')}
            name="ruleDeparture"
            rows={1}
            value={String(values['ruleDeparture'] ?? '')}
            error={form.wrongAt('ruleDeparture')}
            onChange={(why) => form.change(['ruleDeparture'], why)}
          />
        </>
      ) : (
        <p>✓ {t('distributionRules.asByRule')}</p>
      )}
    </div>
  )
}

function Lines({ lines }: { lines: readonly RuleLine[] }) {
  const { t, named } = useLanguage()
  return (
    <Scroll label={t('distributionRules.byRule')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('distributionRules.layer')}</th>
            <th className="num">{t('distributionRules.byRule')}</th>
            <th className="num">{t('cases.planned')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, byRule, planned }) => (
            <tr key={line}>
              <td data-label={t('distributionRules.layer')}>
                {named('distributionRules.layers', line)}
              </td>
              <td className="num" data-label={t('distributionRules.byRule')}>
                <Money fen={`${byRule}`} />
              </td>
              <td
                className={`num ${byRule === planned ? '' : 'lacking'}`}
                data-label={t('cases.planned')}
              >
                {byRule === planned ? '✓ ' : '≠ '}
                <Money fen={`${planned}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
