import { queryOptions } from '@tanstack/react-query'
import type { AssetWire } from '@yizhuan/server/wire/assets/asset'
import type { ContractPageWire } from '@yizhuan/server/wire/contracts/contract'
import type { ProjectPageWire } from '@yizhuan/server/wire/projects/project'
import type { RightPageWire } from '@yizhuan/server/wire/rights/right'
import { read, withQuery } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { AchievementWire } from './achievement.api.ts'

export type { AssetWire }

// What other registers hold of an achievement; all of it is read anew with the achievement itself.

const some = (path: string, achievement: string) => withQuery(path, { achievement, limit: 50 })

/** The rights in an achievement. */
export const rightsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'rights'],
    queryFn: () => read<RightPageWire>(some('/rights', id)),
  })

/** The projects that led to it. */
export const projectsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'projects'],
    queryFn: () => read<ProjectPageWire>(some('/projects', id)),
  })

/** The contracts about it, each with what arrived. */
export const contractsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'contracts'],
    queryFn: () => read<ContractPageWire>(some('/contracts', id)),
  })

/** Its line in the ledger of assets; null for one that is not in it yet. */
export const assetQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievement', id, 'asset'],
    queryFn: () =>
      read<AssetWire>(`/assets/${id}`).catch((problem: unknown) => {
        if (problem instanceof ApiProblem && problem.body.status === 404) return null
        throw problem
      }),
  })

/** What arrived on contracts together. */
export function receivedOn(contracts: readonly { readonly receivedFen: string | null }[]): string {
  return `${contracts.reduce((sum, { receivedFen }) => sum + BigInt(receivedFen ?? '0'), 0n)}`
}

type Stated = Pick<
  AchievementWire,
  'statedAttribute' | 'statedStage' | 'statedConversion' | 'statedConversionCount'
>

/** What an old ledger said of the tags that is not what they are; a count it did not give is none. */
export function differencesOf(
  stated: Stated,
  {
    attribute,
    stage,
    conversion,
    count,
  }: Pick<AssetWire, 'attribute' | 'stage' | 'conversion' | 'count'>,
): readonly { readonly field: keyof Stated; readonly value: string | number }[] {
  const is: Readonly<Record<keyof Stated, string | number>> = {
    statedAttribute: attribute,
    // A ledger's word for what cannot be told apart.
    statedStage: stage === 'indistinguishable' ? 'inseparable' : stage,
    statedConversion: conversion,
    statedConversionCount: count,
  }
  return (Object.keys(is) as (keyof Stated)[]).flatMap((field) => {
    const value = stated[field]
    return value === null || value === is[field] ? [] : [{ field, value }]
  })
}
