import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type { StaffWire } from '@yizhuan/server/wire/cases/officers/officer'
import type { StandingsWire } from '@yizhuan/server/wire/institutions/standing'
import type {
  AnswerPartWire,
  CampaignWire,
  DisposeWire,
  MyPartsWire,
  MyPartWire,
  PartLinkWire,
  PreviewWire,
  StartCampaignWire,
  StockCountWire,
  StockLinesAboutWire,
} from '@yizhuan/server/wire/stocktaking/campaign'
import type { SleepingListWire } from '@yizhuan/server/wire/stocktaking/sleeping'
import type { TrusteeshipPageWire } from '@yizhuan/server/wire/trusteeships/trusteeship'
import { read, withQuery, write } from '../../api/client.ts'

export type {
  CampaignLineWire,
  CampaignWire,
  DisposeWire,
  MyPartWire,
  PreviewWire,
  StartCampaignWire,
  StockLineWire,
} from '@yizhuan/server/wire/stocktaking/campaign'
export type { SleepingLineWire, SleepingListWire } from '@yizhuan/server/wire/stocktaking/sleeping'

/** What may become of a record. */
export const outcomes = ['keep', 'licence', 'transfer', 'open_licence', 'trust', 'abandon'] as const

/** One campaign with its progress. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['stocktaking', id],
    queryFn: () => read<CampaignWire>(`/stocktakings/${id}`),
  })

/** A right or an achievement that lines are about. */
export type About = { readonly right: string } | { readonly achievement: string }

/** What stock-takings decided of a right or an achievement. */
export const decidedQuery = (about: About) =>
  queryOptions({
    queryKey: ['stocktaking', 'about', about],
    queryFn: () => read<StockLinesAboutWire>(withQuery('/stocktaking-lines', { ...about })),
  })

/** The agreements by which something is held in trust. */
export const trustsQuery = (about: About) =>
  queryOptions({
    queryKey: ['trusteeships', about],
    queryFn: () => read<TrusteeshipPageWire>(withQuery('/trusteeships', { ...about })),
  })

/** The patents that lie idle. */
export const sleepingQuery = (filter: Readonly<Record<string, string | undefined>>) =>
  queryOptions({
    queryKey: ['sleeping', filter],
    queryFn: () => read<SleepingListWire>(withQuery('/sleeping-patents', filter)),
  })

/** Who may lead a campaign. */
export const staffQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: () => read<StaffWire>('/officers'),
})

/** What the institution was, by day. */
export const standingsQuery = queryOptions({
  queryKey: ['institution', 'standings'],
  queryFn: () => read<StandingsWire>('/institution/standings'),
})

/** How many records and inventors a scope finds. */
export const countStock = (scope: StartCampaignWire['scope']) =>
  write<StockCountWire>('POST', '/stocktakings/count', scope)

/** Begins a campaign. */
export const startCampaign = (body: StartCampaignWire) =>
  write<{ id: string }>('POST', '/stocktakings', body)

/** What a disposition would change. */
export const previewDisposition = (id: string, body: Pick<DisposeWire, 'lines' | 'outcome'>) =>
  write<PreviewWire>('POST', `/stocktakings/${id}/preview`, body)

/** Takes a disposition for some lines. */
export const dispose = (id: string, body: DisposeWire) =>
  write('POST', `/stocktakings/${id}/dispositions`, body)

/** Notes the case that carries a disposition out. */
export const followLine = (id: string, line: string, caseNumber: string) =>
  write('POST', `/stocktakings/${id}/lines/${line}/case`, { caseNumber })

/** Closes a campaign. */
export const closeCampaign = (id: string, summary: string) =>
  write('POST', `/stocktakings/${id}/close`, { summary })

/** Tells those who have not answered once more. */
export const remind = (id: string) =>
  write<{ told: number }>('POST', `/stocktakings/${id}/remind`, {})

/** Makes a link for an inventor without an account. */
export const linkPart = (id: string, part: string) =>
  write<PartLinkWire>('POST', `/stocktakings/${id}/parts/${part}/link`, {})

/** The parts of whoever asks. */
export const myPartsQuery = queryOptions({
  queryKey: ['stock-parts'],
  queryFn: () => read<MyPartsWire>('/stock-parts'),
})

/** A part by its path: one's own, or the one behind a link. */
export const partQuery = (path: string) =>
  queryOptions({ queryKey: ['stock-part', path], queryFn: () => read<MyPartWire>(path) })

/** Answers one line of a part. */
export const answerPart = (path: string, body: AnswerPartWire) =>
  write<MyPartWire>('POST', path, body)

/** Has everything that shows a campaign read it again. */
export function useRereadCampaign(id: string): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    const keys = [
      ['stocktaking', id],
      ['/stocktakings'],
      [`/stocktakings/${id}/lines`],
      [`/stocktakings/${id}/history`],
    ]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
