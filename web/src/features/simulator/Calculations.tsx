import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { Waterfall } from '../../ui/Waterfall.tsx'
import type { Column } from './columns.ts'
import { NotCovered } from './NotCovered.tsx'

/** From the income to what is shared out, law by law: which costs count and which do not. */
export function Calculations({ columns }: { columns: readonly Column[] }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('simulator.calculation')}>
      <div className="calculations">
        {columns.map((column) => (
          <Calculation key={column.stack.id} column={column} />
        ))}
      </div>
    </Panel>
  )
}

function Calculation({ column }: { column: Column }) {
  const { t, say } = useLanguage()
  const { stack, outcome } = column
  const lines = (outcome.money?.lines ?? []).map(({ id, label, amount, effect }, at) => ({
    id: `${id}${at}`,
    label: say(label),
    fen: amount.toString(),
    effect,
    ...(effect === 'none' && { note: t('cases.excluded') }),
  }))
  const { net, uncovered } = outcome.money ?? {}
  const total =
    net === undefined
      ? []
      : [{ id: 'net', label: t('cases.net'), fen: net.toString(), effect: 'total' as const }]
  return (
    <section className={stack.isDraft ? 'draft-mark' : ''}>
      <h3>
        {say(stack.place)}{' '}
        {stack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
      </h3>
      <Waterfall lines={[...lines, ...total]} />
      <NotCovered of={uncovered} />
    </section>
  )
}
