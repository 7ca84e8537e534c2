// The Taro build of both targets: the WeChat package in dist/weapp, the web page in dist/h5.
// Constants that a deployment sets at build time are read from the environment here and nowhere else.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import webpack from 'webpack'

const src = path.resolve(__dirname, '../src')
const shared = path.resolve(__dirname, '../../shared/src')
/** Published as ES2020 or newer; compiled again for old phones, and because the web build's minifier
 * writes private fields wrongly. */
const modernPackages =
  /node_modules[\\/](@tanstack|zustand|@nutui|query-string|filter-obj|split-on-first|decode-uri-component)[\\/]/

type Target = 'weapp' | 'h5'
const target = process.env.TARO_ENV as Target
/** The web page with the styleguide on top, for looking at and for tests; never the one that is served. */
const folder = process.env.STYLEGUIDE === 'on' ? 'styleguide' : target

/** Where the WeChat build finds the server; the web page is served by it and needs no address. */
const apiBase =
  target === 'weapp' ? (process.env.API_BASE ?? 'http://127.0.0.1:8080').replace(/\/+$/, '') : ''

const { version } = JSON.parse(readFileSync(path.resolve(__dirname, '../package.json'), 'utf8'))

export default defineConfig<'webpack5'>({
  projectName: 'shouhou',
  date: '2026-1-1',
  // One CSS pixel in our styles is one pixel of a 375-pixel-wide phone, in both targets.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${folder}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // NutUI renders <i> and <span>, which have no WeChat template of their own.
  plugins: ['@tarojs/plugin-html'],
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    APP_VERSION: JSON.stringify(version),
  },
  terser: { enable: true, config: { output: { comments: false } } },
  sass: { resource: [path.join(src, 'styles/tokens.scss')] },
  mini: {
    compile: { include: [shared, modernPackages] },
    optimizeMainPackage: { enable: true },
    // Each component styles its own classes only, so the order of stylesheets is of no consequence.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      chain.plugin('shims').use(webpack.ProvidePlugin, [
        {
          AbortController: [path.join(src, 'platform/abort-controller.ts'), 'AbortController'],
          globalThis: ['@tarojs/runtime', 'window'],
        },
      ])
    },
  },
  h5: {
    compile: { include: [shared, modernPackages] },
    // What the same pages have in common is one file: a page loads nothing that only others use.
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 10_000,
        maxAsyncRequests: 12,
        cacheGroups: { shared: { minChunks: 2, priority: 1, reuseExistingChunk: true } },
      })
    },
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    postcss: {
      // A wide window gets a phone-wide column, not giant letters.
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 23 } },
    },
    devServer: {
      port: 10086,
      host: '127.0.0.1',
      open: false,
      proxy: [
        { context: ['/v1'], target: process.env.API_ORIGIN ?? 'http://127.0.0.1:8080', ws: true },
      ],
    },
  },
})
