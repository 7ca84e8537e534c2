// What the rest of the server may ask of sign-in.
export { createApiKey, showKey } from './api-keys.ts'
export { authenticator } from './authenticate.ts'
export { findOrCreateShopper, type Identity } from './find-or-create-shopper.ts'
export { forgetOldSignIns } from './forget-old.ts'
export { accountNames, shopperNames } from './name-store.ts'
export { createAccount, createShop, hireAccount, type NewAccount } from './open-shop.ts'
export { findAccountByLogin, findShop, findShopBySlug } from './person-store.ts'
export { openSession } from './sessions.ts'
