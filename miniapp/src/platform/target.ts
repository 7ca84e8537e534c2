// Which of the two builds this is. A constant of the build: what the other one needs is dropped from it.

// biome-ignore lint/style/noProcessEnv: replaced by a literal when Taro compiles, no environment is read.
export const isWeapp = process.env.TARO_ENV === 'weapp'
