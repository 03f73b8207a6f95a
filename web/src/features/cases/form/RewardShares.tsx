import { add, parseRatio, percent, type Ratio, ratio } from '@yizhuan/kit'
import { type RewardPlan, rewardParts } from '@yizhuan/procedures'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, Money } from '../../../ui/Money.tsx'
import type { Values } from './filled.ts'

/** What the shares that are typed come to, to the fen, and whether they make the whole. */
export function RewardShares({ values }: { values: Values }) {
  const { t } = useLanguage()
  const lines = (values['lines'] ?? []) as readonly Values[]
  const shares = lines.map(({ share }) => readShare(share))
  if (shares.every((share) => share === undefined)) return null
  const sum = shares.reduce<Ratio>((all, share) => (share ? add(all, share) : all), ratio(0))
  const isWhole = sum.n === sum.d
  const pool = fenText(String(values['pool'] ?? ''))
  const plan = {
    pool,
    lines: lines.map(({ name }, at) => {
      const { n, d } = shares[at] ?? ratio(0)
      return { name: String(name ?? ''), share: `${n}/${d}` }
    }),
  } as unknown as RewardPlan
  return (
    <div className="balance" role="status">
      <dl className="told">
        {pool !== undefined &&
          isWhole &&
          rewardParts(plan).map(({ name, amount }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines in their order
            <div key={at}>
              <dt>{name}</dt>
              <dd>
                <Money fen={amount} />
              </dd>
            </div>
          ))}
        <dt>{t('serviceContracts.reward.sharesSum')}</dt>
        <dd className={isWhole ? '' : 'lacking'}>
          {isWhole ? '✓ ' : '× '}
          {percent(sum)}
        </dd>
      </dl>
      {pool === undefined && <p className="hint">{t('serviceContracts.reward.byRule')}</p>}
    </div>
  )
}

function readShare(typed: unknown): Ratio | undefined {
  try {
    return typeof typed === 'string' && typed !== '' ? parseRatio(typed) : undefined
  } catch {
    return undefined
  }
}
