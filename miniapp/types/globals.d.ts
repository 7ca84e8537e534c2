// What the build provides and TypeScript cannot see.
declare module '*.scss'
declare module '*.css'

/** Address of the server without a trailing slash; empty in the web page (same origin). */
declare const API_BASE: string
/** Version of this package, for people who report something. */
declare const APP_VERSION: string

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
declare const process: { env: NodeJS.ProcessEnv }
