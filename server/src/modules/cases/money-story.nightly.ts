// Stories of money, each property with ten thousand of them.

process.env['YIZHUAN_RUNS'] ??= '10000'

await import('./money-story.prop.test.ts')
