import { parentPort, workerData } from 'node:worker_threads'
import { textOfFile } from './text-of-file.ts'

// The thread in which a file is read for its words: it takes one file, answers, and ends.
const { name, bytes } = workerData as { readonly name: string; readonly bytes: Uint8Array }
parentPort?.postMessage(await textOfFile(name, Buffer.from(bytes)))
