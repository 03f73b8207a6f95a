interface CheckpointLeafTable {
  institutionId: string
  chain: string
  day: string
  seq: number
  hash: string
}

interface CheckpointTable {
  institutionId: string
  day: string
  madeAt: Date
  size: number
  root: string
  previous: string
  signature: string
  publicKey: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    checkpointLeaf: CheckpointLeafTable
    checkpoint: CheckpointTable
  }
}
